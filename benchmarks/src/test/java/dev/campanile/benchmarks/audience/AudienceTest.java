package dev.campanile.benchmarks.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final Audience THOUSAND = new Audience("crowd", 1_000);

  @Test
  void isAsHonestAsItIsSaid() {
    assertThat(THOUSAND.people().filter(person -> !person.consents())).hasSize(50);
    assertThat(THOUSAND.people().filter(Person::suppressed)).hasSize(20);
    assertThat(THOUSAND.people().filter(Person::sharesAnAddress)).hasSize(10);
    assertThat(THOUSAND.people().filter(Person::tracked)).hasSize(500);
    assertThat(THOUSAND.eligible()).hasSize(1_000 - 50 - 20 - 10);
  }

  @Test
  void nobodyIsKeptBackForTwoReasons() {
    assertThat(THOUSAND.ineligible()).hasSize(70);
    assertThat(THOUSAND.ineligible().keySet()).doesNotContainAnyElementsOf(THOUSAND.eligible());
  }

  @Test
  void comesInFilesWithAHeaderEach() {
    List<String> files = CsvFiles.of(new Audience("crowd", 40_001));
    assertThat(files).hasSize(3).allMatch(file -> file.startsWith("externalId,"));
    assertThat(files.stream().mapToLong(file -> file.lines().count() - 1).sum()).isEqualTo(40_001);
  }
}

package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Letter.transactional;
import static dev.campanile.gateway.gate.Situation.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

  @Test
  void withoutOneEverybodyIsWrittenTo() {
    assertThat(AllowList.of(List.of(" ", "")).allows("anybody@example.com")).isTrue();
  }

  @Test
  void allowsAddressesWholeDomainsAndNumbersAndNobodyElse() {
    AllowList list = AllowList.of(List.of(" Ana@Example.com", "@example.org", "+393331234567"));

    assertThat(list.allows("ana@example.com")).isTrue();
    assertThat(list.allows("bob@example.com")).isFalse();
    assertThat(list.allows("bob@example.org")).isTrue();
    assertThat(list.allows("bob@sub.example.org")).isFalse();
    assertThat(list.allows("bob@notexample.org")).isFalse();
    assertThat(list.allows("+393331234567")).isTrue();
    assertThat(list.allows("+3933312345678")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "ana@", "3331234567", "ana@example.com bob@example.com", "*"})
  void refusesWhatIsNoEntry(String entry) {
    assertThatThrownBy(() -> AllowList.of(List.of(entry))).hasMessageContaining(entry);
  }

  @Test
  void skipsAnybodyElseAndTheTraceSaysSo() {
    given(customer().with(EMAIL, "ana@example.com"))
        .allowing("@example.org")
        .sending(transactional())
        .isSkipped(EMAIL, Reason.RECIPIENT_NOT_ALLOWED)
        .because("allow-list");
  }

  @Test
  void triesTheNextChannelOfThePlan() {
    given(customer().with(EMAIL, "ana@example.com").with(SMS, "+393331234567"))
        .allowing("+393331234567")
        .sending(service().via(PlannedChannel.EMAIL, PlannedChannel.SMS))
        .goesTo(SMS, "+393331234567");
  }
}

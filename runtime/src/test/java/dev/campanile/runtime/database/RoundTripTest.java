package dev.campanile.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class RoundTripTest {

  private static final Question<Integer> NOTHING =
      new Question<>("select 1 as n where false", _ -> {}, row -> row.getInt("n"));

  @Inject Database database;

  @Test
  void eachQuestionGetsItsOwnAnswer() {
    // More often than the driver takes to prepare a statement on the server.
    for (int i = 0; i < 10; i++) {
      RoundTrip trip = new RoundTrip();
      var words = trip.ask(words("first", List.of("è", "b" + i)));
      var nothing = trip.ask(NOTHING);
      var more = trip.ask(words("second", List.of("c")));

      database.inTransaction(trip::make);

      assertThat(words.rows()).containsExactly("è", "b" + i);
      assertThat(nothing.rows()).isEmpty();
      assertThat(more.rows()).containsExactly("c");
    }
  }

  @Test
  void aQuestionMayBeAskedAlone() {
    assertThat(database.read(words("words", List.of("a", "b"))::ask)).containsExactly("a", "b");
    assertThat(database.read(NOTHING::ask)).isEmpty();
  }

  @Test
  void whatCannotBeAnsweredIsSaidAndTheConnectionIsGoodForTheNext() {
    RoundTrip trip = new RoundTrip();
    trip.ask(NOTHING);
    trip.ask(new Question<>("select 1 / 0 as n", _ -> {}, row -> row.getInt("n")));

    assertThatThrownBy(() -> database.inTransaction(trip::make)).hasMessageContaining("zero");
    assertThat(database.read(words("words", List.of("a"))::ask)).containsExactly("a");
  }

  private static Question<String> words(String name, List<String> words) {
    return new Question<>(
        "select n from unnest(:" + name + ") as n",
        query -> query.bindArray(name, String.class, words),
        row -> row.getString("n"));
  }
}

package dev.campanile.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is bound as an array is what the server reads, nulls and awkward texts among it. */
@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class ArraysTest {

  @Inject Database database;

  @Test
  void uuids() {
    List<@Nullable UUID> ids = Arrays.asList(UUID.randomUUID(), null, new UUID(-1, 1));

    List<UUID> bound =
        database.read(
            handle ->
                handle
                    .createQuery("select n from unnest(:ids) as n")
                    .bind("ids", new UuidArray(ids))
                    .mapTo(UUID.class)
                    .list());
    assertThat(bound).isEqualTo(ids);
  }

  @Test
  void noneOfThem() {
    int size =
        database.read(
            handle ->
                handle
                    .createQuery("select cardinality(:ids)")
                    .bind("ids", new UuidArray(List.of()))
                    .mapTo(Integer.class)
                    .one());
    assertThat(size).isZero();
    assertThat(read("text", String.class, List.of())).isEmpty();
  }

  @Test
  void texts() {
    List<@Nullable String> texts =
        Arrays.asList("{\"a\":\"b\\\\c\"}", null, "NULL", "", " a, b ", "è 🚚", "tab\tnew\nline");

    assertThat(read("text", String.class, texts)).isEqualTo(texts);
  }

  @Test
  void numbersAndTruths() {
    List<@Nullable Integer> ints = Arrays.asList(1, null, Integer.MIN_VALUE);
    List<@Nullable Long> longs = Arrays.asList(Long.MAX_VALUE, null);
    List<@Nullable Short> shorts = Arrays.asList((short) 7, null);
    List<@Nullable Boolean> truths = Arrays.asList(true, null, false);

    assertThat(read("int", Integer.class, ints)).isEqualTo(ints);
    assertThat(read("bigint", Long.class, longs)).isEqualTo(longs);
    assertThat(read("smallint", Short.class, shorts)).isEqualTo(shorts);
    assertThat(read("boolean", Boolean.class, truths)).isEqualTo(truths);
  }

  @Test
  void instants() {
    List<@Nullable Instant> instants = Arrays.asList(Instant.parse("2026-03-29T01:30:00Z"), null);

    assertThat(read("timestamptz", Instant.class, instants)).isEqualTo(instants);
  }

  private <T> List<T> read(String type, Class<T> element, List<@Nullable T> values) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select cast(n as %s) from unnest(cast(:values as %s[])) as n"
                        .formatted(type, type))
                .bindArray("values", element, values)
                .mapTo(element)
                .list());
  }
}

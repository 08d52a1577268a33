package dev.campanile.profile.segment;

import static dev.campanile.profile.ProfileApi.api;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.profile.ServiceTest;
import dev.campanile.runtime.database.Database;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Two write the same segment at once: the second has read before the first commits. */
@ServiceTest
class SegmentRaceTest {

  private static final String WAITS_FOR_US =
      """
      select exists (select 1 from pg_locks
                      where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))""";

  @Inject Database database;

  @Test
  void ofTwoWhoChangeASegmentOneIsToldToReadAgain() throws Exception {
    String tag = named("first").put("/v1/segments/changed-at-once").header("ETag");

    Response second =
        whileOpen(
            "update segment set version = version + 1 where key = 'changed-at-once'",
            () -> named("second").header("If-Match", tag).put("/v1/segments/changed-at-once"));

    isToldToReadAgain(second);
  }

  @Test
  void ofTwoWhoCreateASegmentOneIsToldToReadAgain() throws Exception {
    Response second =
        whileOpen(
            "insert into segment values ('created-at-once', 0, 'first', '{\"everyone\":true}', now())",
            () -> named("second").put("/v1/segments/created-at-once"));

    isToldToReadAgain(second);
  }

  /** The answer to a request that came while the statement was not committed yet. */
  private Response whileOpen(String statement, Supplier<Response> request) throws Exception {
    return database
        .transaction(
            handle -> {
              handle.execute(statement);
              CompletableFuture<Response> running = CompletableFuture.supplyAsync(request);
              await().pollInSameThread().until(() -> waitsForUs(handle));
              return running;
            })
        .get();
  }

  private static boolean waitsForUs(Handle handle) {
    return handle.createQuery(WAITS_FOR_US).mapTo(Boolean.class).one();
  }

  private static void isToldToReadAgain(Response answer) {
    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("PRECONDITION_FAILED");
  }

  private static RequestSpecification named(String name) {
    return api()
        .contentType("application/json")
        .body("{\"name\":\"" + name + "\",\"rule\":{\"everyone\":true}}");
  }
}

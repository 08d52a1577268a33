package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Receipt.Reader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes that an address was asked for. */
@ApplicationScoped
class Readings {

  private final Judgement judgement;
  private final ReadingRecorder recorder;
  private final InstantSource clock;

  Readings(Judgement judgement, ReadingRecorder recorder, InstantSource clock) {
    this.judgement = judgement;
    this.recorder = recorder;
    this.clock = clock;
  }

  void note(Mark mark, String method, HttpHeaders headers) {
    Visit visit =
        new Visit(
            method,
            headers.getHeaderString(HttpHeaders.USER_AGENT),
            first(headers, "Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"));
    Reader reader = judgement.byRequest(visit);
    recorder.record(new Reading(UUID.randomUUID(), mark, reader, clock.instant()));
  }

  private static @Nullable String first(HttpHeaders headers, String... names) {
    for (String name : names) {
      String value = headers.getHeaderString(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}

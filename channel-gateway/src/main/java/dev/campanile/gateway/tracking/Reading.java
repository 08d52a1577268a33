package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Receipt.Reader;
import java.time.Instant;
import java.util.UUID;

/** One open or click, with what is thought of who did it. */
record Reading(UUID id, Mark mark, Reader reader, Instant at) {

  Reading by(Reader judged) {
    return new Reading(id, mark, judged, at);
  }
}

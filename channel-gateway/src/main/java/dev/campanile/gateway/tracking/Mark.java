package dev.campanile.gateway.tracking;

import dev.campanile.contracts.MessageId;
import java.time.LocalDate;

/**
 * What a tracked address stands for.
 *
 * @param plannedOn with the id, the ledger's key
 * @param link id of the content's link; {@link #PIXEL} for the pixel
 */
record Mark(MessageId message, LocalDate plannedOn, String link) {

  /** No link has an empty id. */
  static final String PIXEL = "";

  boolean isPixel() {
    return link.equals(PIXEL);
  }
}

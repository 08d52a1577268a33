package dev.campanile.contracts;

import java.util.List;

/** A record on a topic that cannot be read; the message says why. */
public final class MalformedRecordException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<WireFormat.BadItem> badItems;

  MalformedRecordException(String reason) {
    this(reason, List.of());
  }

  MalformedRecordException(String reason, List<WireFormat.BadItem> badItems) {
    super(WireFormat.printable(reason));
    this.badItems = badItems;
  }

  /** The items of the record, when it was a batch none of whose items could be read. */
  public List<WireFormat.BadItem> badItems() {
    return badItems;
  }
}

package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

/** Names one frozen version of a content. */
public record ContentRef(String key, int version) {

  public ContentRef {
    requireNonNull(key);
  }

  /** The key of the compacted record. */
  public String recordKey() {
    return key + ":" + version;
  }
}

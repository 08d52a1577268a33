package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

/** Names one frozen version of a content. */
public record ContentRef(String key, int version) {

  /** No key that an author chooses has a tilde. */
  private static final String OF_A_TEST = "~test";

  public ContentRef {
    requireNonNull(key);
  }

  /** A draft frozen to be looked at; it is nobody's word yet. */
  public static ContentRef ofTest(String key, int number) {
    return new ContentRef(key + OF_A_TEST, number);
  }

  public boolean namesTest() {
    return key.endsWith(OF_A_TEST);
  }

  /** The key of the compacted record. */
  public String recordKey() {
    return key + ":" + version;
  }
}

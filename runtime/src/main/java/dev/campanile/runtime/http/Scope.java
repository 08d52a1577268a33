package dev.campanile.runtime.http;

/**
 * What a key may do: the roles endpoints name. {@link #ADMINISTRATOR} holds all the others; of the
 * people's roles each holds those before it.
 */
public final class Scope {

  /** Reads everything, changes nothing. */
  public static final String VIEWER = "viewer";

  /** Also writes drafts, previews them and sends tests. */
  public static final String AUTHOR = "author";

  /** Also publishes, launches, pauses, resumes and cancels. */
  public static final String PUBLISHER = "publisher";

  /** Also the kill switch, keys, suppressions and what cannot be taken back. */
  public static final String ADMINISTRATOR = "administrator";

  /** A system that feeds customers and events in, and may do nothing else. */
  public static final String INGEST = "ingest";

  /** A system that sends transactional messages, and may do nothing else. */
  public static final String SEND = "send";

  private Scope() {}
}

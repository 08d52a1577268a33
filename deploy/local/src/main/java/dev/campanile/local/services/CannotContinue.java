package dev.campanile.local.services;

/** Something a person must mend; the message says what in whole sentences, and is all they see. */
public final class CannotContinue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotContinue(String sentence) {
    super(sentence);
  }

  public CannotContinue(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}

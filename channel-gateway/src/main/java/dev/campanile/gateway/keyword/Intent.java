package dev.campanile.gateway.keyword;

/** What a customer's reply asks for. */
public sealed interface Intent {

  /**
   * Stop, final at once.
   *
   * @param word the keyword that was recognised, as our list writes it
   */
  record Stop(String word) implements Intent {}

  /**
   * A sentence that asks to stop: suppresses at once, is confirmed once and shown for review.
   *
   * @param phrase the words that made it one, as our list writes them
   */
  record SoftStop(String phrase) implements Intent {}

  /** Undo what a stop took, if anything was stopped; otherwise an ordinary answer. */
  record Start(String word) implements Intent {}

  record Help(String word) implements Intent {}

  /** An ordinary message. */
  record None() implements Intent {}
}

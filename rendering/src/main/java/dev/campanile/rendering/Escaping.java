package dev.campanile.rendering;

/** How inserted values become part of one output. */
interface Escaping {

  /** For subjects, SMS, chat and the text part. */
  Escaping NONE = StringBuilder::append;

  /**
   * Appends the value.
   *
   * @param out all of the output before the value
   * @param value text, or what a filter has made fit already
   */
  void write(StringBuilder out, Object value);
}

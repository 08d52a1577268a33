package dev.campanile.rendering;

/** How inserted values become part of one output. */
interface Escaping {

  /** For subjects, SMS, chat and the text part. */
  Escaping NONE = (_, value) -> value.toString();

  /**
   * The value as it is to be appended.
   *
   * @param before all of the output before it, as {@link Octets}
   * @param value text, or what a filter has made fit already
   * @return text, not octets yet
   */
  String escaped(StringBuilder before, Object value);
}

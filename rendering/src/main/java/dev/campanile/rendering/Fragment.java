package dev.campanile.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * What a block of a template came to, with the author's text and the inserted values kept apart:
 * only the whole output shows where a value stands, and so how it must be escaped. Whatever is not
 * known to be the author's is a value.
 */
final class Fragment implements CharSequence {

  /** The author's own text. */
  record Literal(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A value that some filter has made fit for HTML already. */
  record Markup(String html) {
    @Override
    public String toString() {
      return html;
    }
  }

  /** A value that is percent-encoded already. */
  record UrlPart(String encoded) {
    @Override
    public String toString() {
      return encoded;
    }
  }

  private final List<Object> parts = new ArrayList<>();
  private int length;

  void append(Object part) {
    parts.add(part);
    length += part instanceof CharSequence text ? text.length() : part.toString().length();
    if (length > Limits.OUTPUT_CHARS) {
      throw new TemplateFault("the output exceeds " + Limits.OUTPUT_CHARS + " characters");
    }
  }

  String write(Escaping escaping) {
    return Octets.text(written(escaping));
  }

  /** As {@link Octets}. */
  StringBuilder written(Escaping escaping) {
    StringBuilder out = new StringBuilder(length + length / 8 + 16);
    writeTo(out, escaping);
    return out;
  }

  void writeTo(StringBuilder out, Escaping escaping) {
    for (Object part : parts) {
      switch (part) {
        case Fragment fragment -> fragment.writeTo(out, escaping);
        case Literal literal -> out.append(Octets.of(literal.text()));
        default -> out.append(Octets.of(escaping.escaped(out, part)));
      }
    }
  }

  /** Whether the author put markup in, so that it must stay a fragment when captured. */
  boolean hasMarkup() {
    return parts.stream()
        .anyMatch(
            part ->
                switch (part) {
                  case Literal literal ->
                      literal.text().indexOf('<') >= 0 || literal.text().indexOf('&') >= 0;
                  case Markup _ -> true;
                  case Fragment fragment -> fragment.hasMarkup();
                  default -> false;
                });
  }

  /** Whether values are all it holds. */
  boolean isValues() {
    for (Object part : parts) {
      if (part instanceof Literal || (part instanceof Fragment fragment && !fragment.isValues())) {
        return false;
      }
    }
    return true;
  }

  /** The text without any escaping; becomes a value where it is used as text. */
  @Override
  public String toString() {
    return write(Escaping.NONE);
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return toString().charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }
}

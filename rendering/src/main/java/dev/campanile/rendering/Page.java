package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import org.jspecify.annotations.Nullable;

/** The output of a compiled template, as it is being written: {@link Octets}. */
final class Page {

  private final StringBuilder out;
  private final Escaping escaping;
  private BoundedContext scope;
  private int chars;

  /**
   * @param escaping for values whose place nobody could tell before
   */
  Page(BoundedContext scope, Escaping escaping, int expectedChars) {
    this.scope = scope;
    this.escaping = escaping;
    out = new StringBuilder(expectedChars);
  }

  BoundedContext scope() {
    return scope;
  }

  void enter(BoundedContext other) {
    scope = other;
  }

  void text(String octets) {
    count(octets.length());
    out.append(octets);
  }

  void value(Object value, @Nullable Escaping place) {
    switch (value) {
      case String text -> {
        if (!text.isEmpty()) {
          count(text.length());
          written(text, place);
        }
      }
      case Fragment fragment -> {
        count(fragment.length());
        fragment.writeTo(out, place(fragment, place));
      }
      case Markup markup -> {
        count(markup.html().length());
        written(markup, place);
      }
      case UrlPart part -> {
        count(part.encoded().length());
        written(part, place);
      }
      case Number number -> {
        count(number.toString().length());
        written(number, place);
      }
      default -> throw new TemplateFault("liqp made a " + value.getClass().getSimpleName());
    }
  }

  StringBuilder written() {
    return out;
  }

  private void written(Object value, @Nullable Escaping place) {
    out.append(Octets.of((place == null ? escaping : place).escaped(out, value)));
  }

  /** Several values at the beginning of a URL: the first decides for the others. */
  private Escaping place(Fragment fragment, @Nullable Escaping place) {
    if (place == null || place == HtmlPlace.URL) {
      return escaping;
    }
    if (place instanceof HtmlPlace && !fragment.isValues()) {
      throw new TemplateFault("markup comes where none was expected");
    }
    return place;
  }

  private void count(int more) {
    chars += more;
    if (chars > Limits.OUTPUT_CHARS) {
      throw new TemplateFault("the output exceeds " + Limits.OUTPUT_CHARS + " characters");
    }
  }
}

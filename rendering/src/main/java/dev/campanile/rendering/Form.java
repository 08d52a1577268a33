package dev.campanile.rendering;

import org.jspecify.annotations.Nullable;

/** What a template becomes. */
enum Form {
  /** A subject, an SMS, chat, the text part of a mail. */
  TEXT(Escaping.NONE),
  /** The address a link leads to. */
  URL(new UrlEscaping()),
  HTML(null);

  private final @Nullable Escaping everywhere;

  Form(@Nullable Escaping everywhere) {
    this.everywhere = everywhere;
  }

  /** The one for every value; none where it depends on the value's place. */
  @Nullable Escaping everywhere() {
    return everywhere;
  }

  /** For one output: it may remember how far it has read. */
  Escaping escaping() {
    return everywhere == null ? new HtmlEscaping() : everywhere;
  }
}

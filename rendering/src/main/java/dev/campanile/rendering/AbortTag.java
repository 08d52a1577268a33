package dev.campanile.rendering;

import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.tags.Tag;

/** {@code {% abort "reason" %}} stops this one message. */
final class AbortTag extends Tag {

  static final String NAME = "abort";

  private static final int LONGEST = 200;

  AbortTag() {
    super(NAME);
  }

  @Override
  public Object render(TemplateContext context, LNode... nodes) {
    throw new TemplateAborted("");
  }

  static LNode node(String written) {
    String reason = unquoted(written.strip());
    String bounded = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    return _ -> {
      throw new TemplateAborted(bounded);
    };
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 1
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(text.length() - 1) == text.charAt(0);
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}

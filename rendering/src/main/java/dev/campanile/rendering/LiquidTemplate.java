package dev.campanile.rendering;

import java.util.Map;
import liqp.TemplateParser;
import liqp.nodes.LNode;

/** One parsed template. Safe for concurrent use. */
final class LiquidTemplate {

  private final TemplateParser parser;
  private final LNode root;

  private LiquidTemplate(TemplateParser parser, LNode root) {
    this.parser = parser;
    this.root = root;
  }

  /** Throws when the template is wrong; {@link Faults} says how to read what is thrown. */
  static LiquidTemplate parse(TemplateParser parser, String source) {
    if (source.length() > Limits.TEMPLATE_CHARS) {
      throw new TemplateFault("the template exceeds " + Limits.TEMPLATE_CHARS + " characters");
    }
    return new LiquidTemplate(
        parser, new TemplateVisitor(parser).visit(parser.parse(source).getParseTree()));
  }

  String render(Map<String, Object> variables, Escaping escaping, Lookups lookups) {
    Object rendered = root.render(new BoundedContext(parser, variables, lookups));
    return rendered instanceof Fragment fragment ? fragment.write(escaping) : "";
  }
}

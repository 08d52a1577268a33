package dev.campanile.rendering;

import dev.campanile.rendering.Segment.Sequence;
import java.util.Map;
import liqp.TemplateParser;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * One parsed template: as liqp renders it, and compiled to say the same at less cost. Safe for
 * concurrent use.
 */
final class LiquidTemplate {

  private static final int EXPECTED_CHARS = 256;

  private final TemplateParser parser;
  private final Form form;
  private final LNode root;
  private final @Nullable Sequence compiled;

  /** As long as the last one was: most are about as long. */
  private volatile int expectedChars = EXPECTED_CHARS;

  private LiquidTemplate(
      TemplateParser parser, Form form, LNode root, @Nullable Sequence compiled) {
    this.parser = parser;
    this.form = form;
    this.root = root;
    this.compiled = compiled;
  }

  /** Throws when the template is wrong; {@link Faults} says how to read what is thrown. */
  static LiquidTemplate parse(TemplateParser parser, String source, Form form) {
    if (source.length() > Limits.TEMPLATE_CHARS) {
      throw new TemplateFault("the template exceeds " + Limits.TEMPLATE_CHARS + " characters");
    }
    ParseTree tree = parser.parse(source).getParseTree();
    TemplateVisitor visitor = new TemplateVisitor(parser);
    LNode root = visitor.visit(tree);
    return new LiquidTemplate(parser, form, root, TemplateCompiler.compile(visitor, tree, form));
  }

  /** Strict: what is missing is thrown. */
  String filled(Map<String, Object> variables) {
    return Octets.text(written(variables));
  }

  /** The same as {@link Octets}. */
  StringBuilder written(Map<String, Object> variables) {
    Deadline deadline = Deadline.start();
    if (compiled != null) {
      try {
        return compiled(compiled, variables, deadline);
      } catch (MissingVariable | TemplateAborted e) {
        throw e;
      } catch (RuntimeException _) {
        // liqp has the last word on what is wrong, and in which order.
      }
    }
    return rendered(variables, form.escaping(), Lookups.STRICT, deadline);
  }

  private StringBuilder compiled(
      Sequence segments, Map<String, Object> variables, Deadline deadline) {
    Page page =
        new Page(
            new BoundedContext(parser, variables, Lookups.STRICT, deadline),
            form.escaping(),
            expectedChars + EXPECTED_CHARS);
    segments.write(page);
    expectedChars = page.written().length();
    return page.written();
  }

  /** By liqp alone. */
  String rendered(Map<String, Object> variables, Lookups lookups) {
    return Octets.text(rendered(variables, form.escaping(), lookups, Deadline.start()));
  }

  private StringBuilder rendered(
      Map<String, Object> variables, Escaping escaping, Lookups lookups, Deadline deadline) {
    Object rendered = root.render(new BoundedContext(parser, variables, lookups, deadline));
    return rendered instanceof Fragment fragment ? fragment.written(escaping) : new StringBuilder();
  }

  boolean isCompiled() {
    return compiled != null;
  }
}

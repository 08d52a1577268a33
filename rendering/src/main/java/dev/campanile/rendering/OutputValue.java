package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import java.util.Map;
import liqp.LValue;
import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.parser.Inspectable;

/**
 * <code>{{ … }}</code>: a value, to be escaped where it stands.
 *
 * @param nil whether the author wrote {@code nil} and so asked for nothing
 */
record OutputValue(LNode output, String name, boolean nil) implements LNode {

  private static final LValue TEXT = new LValue() {};

  @Override
  public Object render(TemplateContext context) {
    Object value = output.render(context);
    return switch (value) {
      case null -> {
        if (!nil) {
          ((BoundedContext) context).lookups().missing(name);
        }
        yield "";
      }
      case String text -> text;
      case Fragment fragment -> fragment;
      case Markup markup -> markup;
      case UrlPart part -> part;
      case Map<?, ?> _, Inspectable _ ->
          throw new TemplateFault(name + " has fields; name the one to show");
      default -> TEXT.asString(value, context);
    };
  }
}

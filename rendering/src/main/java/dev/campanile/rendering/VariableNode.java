package dev.campanile.rendering;

import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import org.jspecify.annotations.Nullable;

/** A variable; where it is required, its absence stops the message. */
final class VariableNode extends LookupNode {

  private final String name;
  private final boolean required;

  VariableNode(String id, String name, boolean required) {
    super(id);
    this.name = name;
    this.required = required;
  }

  @Override
  public @Nullable Object render(TemplateContext context) {
    Object value = super.render(context);
    if (value == null && required) {
      throw new MissingVariable(name);
    }
    return value;
  }

  /** {@code [expression]}; liqp's own keeps the key in a field, and our trees are shared. */
  record Key(LNode expression, String text) implements Indexable {

    @Override
    public @Nullable Object get(@Nullable Object value, TemplateContext context) {
      return value == null ? null : new Index(expression, text).get(value, context);
    }

    @Override
    public String toString() {
      return "[" + text + "]";
    }
  }
}

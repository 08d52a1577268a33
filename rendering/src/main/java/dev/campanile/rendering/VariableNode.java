package dev.campanile.rendering;

import liqp.TemplateContext;
import liqp.nodes.LNode;
import liqp.nodes.LookupNode;
import org.jspecify.annotations.Nullable;

/** A variable; where it is required, its absence stops the message. */
final class VariableNode extends LookupNode {

  private final String root;
  private final String name;
  private final boolean required;

  VariableNode(String id, String name, boolean required) {
    super(id);
    this.root = id;
    this.name = name;
    this.required = required;
  }

  @Override
  public @Nullable Object render(TemplateContext context) {
    Object value = super.render(context);
    Lookups lookups = ((BoundedContext) context).lookups();
    lookups.used(root, name);
    if (value == null && required) {
      lookups.missing(name);
      return "";
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

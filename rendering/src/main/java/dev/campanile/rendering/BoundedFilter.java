package dev.campanile.rendering;

import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/** One of liqp's filters, within limits. */
final class BoundedFilter extends Filter {

  /** {@code replace} and {@code join} can multiply their input by their parameter. */
  private static final long PRODUCT = 10_000_000;

  private final Filter filter;

  BoundedFilter(Filter filter) {
    super(filter.getName());
    this.filter = filter;
  }

  @Override
  public @Nullable Object apply(
      @Nullable Object value, TemplateContext context, @Nullable Object... params) {
    ((BoundedContext) context).checkTime();
    long size = size(Limits.checked(value));
    for (Object param : params) {
      if (size * size(Limits.checked(param)) > PRODUCT) {
        throw new TemplateFault("the filter " + name + " would grow its value too far");
      }
    }
    return Limits.checked(filter.apply(value, context, params));
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case CharSequence text -> text.length();
      case java.util.Collection<?> items -> items.size();
      case Object[] items -> items.length;
      case null, default -> 1;
    };
  }
}

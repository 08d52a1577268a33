package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.Markup;
import dev.campanile.rendering.Fragment.UrlPart;
import java.util.List;
import java.util.function.Function;
import liqp.TemplateContext;
import liqp.filters.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Filters that make a value fit for HTML themselves. Their results are not escaped a second time,
 * so that templates written for other systems read the same here.
 */
final class MarkupFilter extends Filter {

  private final Function<String, Object> make;

  private MarkupFilter(String name, Function<String, Object> make) {
    super(name);
    this.make = make;
  }

  static List<Filter> all() {
    return List.of(
        new MarkupFilter("escape", text -> new Markup(HtmlPlace.escape(text))),
        new MarkupFilter("escape_once", text -> new Markup(HtmlPlace.escape(text))),
        new MarkupFilter("h", text -> new Markup(HtmlPlace.escape(text))),
        new MarkupFilter(
            "newline_to_br", text -> new Markup(HtmlPlace.escape(text).replace("\n", "<br>\n"))),
        new MarkupFilter("url_encode", text -> new UrlPart(PercentEncoding.of(text))));
  }

  @Override
  public Object apply(@Nullable Object value, TemplateContext context, @Nullable Object... params) {
    return make.apply(asString(value, context));
  }
}

package dev.campanile.rendering;

import java.time.ZoneOffset;
import java.util.Locale;
import liqp.TemplateParser;
import liqp.filters.Filter;
import liqp.parser.Flavor;

/** How we read Liquid. Values of other kinds than text, numbers, lists and maps never get in. */
final class Liquid {

  private Liquid() {}

  /**
   * For all that is not HTML.
   *
   * @param locale for the names of months and days
   */
  static TemplateParser forText(Locale locale) {
    return builder(locale).build();
  }

  static TemplateParser forHtml(Locale locale) {
    TemplateParser.Builder builder = builder(locale);
    MarkupFilter.all().forEach(filter -> builder.withFilter(new BoundedFilter(filter)));
    return builder.build();
  }

  private static TemplateParser.Builder builder(Locale locale) {
    TemplateParser.Builder builder =
        new TemplateParser.Builder()
            .withFlavor(Flavor.LIQUID)
            .withErrorMode(TemplateParser.ErrorMode.STRICT)
            .withLocale(locale)
            .withDefaultTimeZone(ZoneOffset.UTC)
            .withRenderTransformer(new FragmentAppender())
            .withMaxIterations(Limits.ITERATIONS)
            .withMaxTemplateSizeBytes(Limits.TEMPLATE_CHARS)
            // The include tag is refused before it looks for a file; this is the second lock.
            .withNameResolver(
                _ -> {
                  throw new TemplateFault("templates read no files");
                })
            .withTag(new AbortTag());
    for (Filter filter : Flavor.LIQUID.getFilters().getMap().values()) {
      builder.withFilter(new BoundedFilter(filter));
    }
    return builder;
  }
}

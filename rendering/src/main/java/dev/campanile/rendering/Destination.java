package dev.campanile.rendering;

import java.util.Map;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** Where one link of a content leads. Safe for concurrent use. */
final class Destination {

  private final LiquidTemplate template;
  private final boolean sameForAll;

  /** Most links lead everybody to the same page: such a one is rendered and checked once. */
  private volatile @Nullable String known;

  private Destination(LiquidTemplate template, boolean sameForAll) {
    this.template = template;
    this.sameForAll = sameForAll;
  }

  static Destination parse(TemplateParser parser, String url) {
    return new Destination(
        LiquidTemplate.parse(parser, url, Form.URL), !url.contains("{{") && !url.contains("{%"));
  }

  /** Null where it is not the same for everybody, or was never asked for. */
  @Nullable String known() {
    return known;
  }

  String address(Map<String, Object> variables, Lookups lookups) {
    String address = known;
    if (address != null) {
      return address;
    }
    if (!lookups.strict()) {
      return template.rendered(variables, lookups);
    }
    address = WebAddress.checked(template.filled(variables));
    known = sameForAll ? address : null;
    return address;
  }
}

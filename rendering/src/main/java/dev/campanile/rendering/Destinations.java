package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Link;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** The links of one content in one language; each is parsed when it is first asked for. */
final class Destinations {

  private final TemplateParser parser;
  private final Map<String, String> urls;
  private final Map<String, Destination> parsed = new ConcurrentHashMap<>();

  Destinations(ContentVersion content, String locale) {
    parser = Liquid.forHtml(LocaleChoice.locale(locale));
    urls = content.links().stream().collect(Collectors.toMap(Link::id, Link::url, (a, _) -> a));
  }

  Set<String> ids() {
    return urls.keySet();
  }

  /** Null when the content has no such link. */
  @Nullable Destination get(String id) {
    String url = urls.get(id);
    return url == null ? null : parsed.computeIfAbsent(id, _ -> Destination.parse(parser, url));
  }
}

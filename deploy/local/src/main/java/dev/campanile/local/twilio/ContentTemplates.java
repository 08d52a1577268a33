package dev.campanile.local.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates of the account. */
final class ContentTemplates {
  private volatile Map<String, ContentTemplate> bySid = Map.of();

  void replace(List<ContentTemplate> templates) {
    bySid =
        templates.stream()
            .collect(Collectors.toUnmodifiableMap(ContentTemplate::sid, Function.identity()));
  }

  Optional<ContentTemplate> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }
}

package dev.campanile.campaign.campaign;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.runtime.http.FieldError;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a campaign, field by field. */
final class CampaignCheck {

  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int LONGEST_NAME = 200;
  private static final int FASTEST = 1_000_000;

  private final List<FieldError> errors = new ArrayList<>();

  private CampaignCheck() {}

  /**
   * @param draft as it came: a field that was left out is null here, whatever its type says
   */
  static List<FieldError> errorsIn(CampaignDraft draft) {
    var check = new CampaignCheck();
    check.name(draft.name());
    check.key("/content", draft.content());
    check.key("/segment", draft.segment());
    check.category(draft.category());
    check.topic(draft.topic());
    check.channels(draft.channels());
    check.expiresAfter(draft.expiresAfter());
    check.messagesPerSecond(draft.messagesPerSecond());
    return List.copyOf(check.errors);
  }

  private void name(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      add("/name", "name it, in up to " + LONGEST_NAME + " characters");
    }
  }

  private void key(String pointer, @Nullable String key) {
    if (!AuthoredKey.isWellFormed(key)) {
      add(pointer, AuthoredKey.RULE);
    }
  }

  private void category(@Nullable Category category) {
    if (category == null) {
      add("/category", "say which category it is: " + List.of(Category.values()));
    }
  }

  private void topic(@Nullable String topic) {
    if (topic != null && !AuthoredKey.isTopic(topic)) {
      add("/topic", AuthoredKey.TOPIC_RULE);
    }
  }

  private void channels(@Nullable List<PlannedChannel> channels) {
    if (channels == null || channels.isEmpty() || channels.contains(null)) {
      add("/channels", "name at least one of " + List.of(PlannedChannel.values()));
    } else if (EnumSet.copyOf(channels).size() < channels.size()) {
      add("/channels", "name each channel once");
    }
  }

  private void expiresAfter(@Nullable String text) {
    try {
      Duration validity = Duration.parse(text == null ? "" : text);
      if (validity.compareTo(SHORTEST) < 0 || validity.compareTo(LONGEST) > 0) {
        add("/expiresAfter", "from a minute (PT1M) to 30 days (P30D)");
      }
    } catch (DateTimeParseException e) {
      add("/expiresAfter", "an ISO 8601 duration such as PT12H or P1D");
    }
  }

  private void messagesPerSecond(@Nullable Integer rate) {
    if (rate != null && (rate < 1 || rate > FASTEST)) {
      add(
          "/messagesPerSecond",
          "from 1 to " + FASTEST + "; leave it out to send as fast as it goes");
    }
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}

package dev.campanile.campaign.key;

import dev.campanile.contracts.ConsentTopic;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.paging.Cursor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form every authored key has: it stands in URLs, topics and reports. */
public final class AuthoredKey {

  public static final String RULE =
      "a key is lower-case letters, digits and hyphens, begins with a letter or digit, and has at"
          + " most 64 characters";

  public static final String TOPIC_RULE =
      "a topic of the preference centre is a key such as offers";

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private AuthoredKey() {}

  public static boolean isWellFormed(@Nullable String key) {
    return key != null && FORM.matcher(key).matches();
  }

  public static boolean isTopic(String topic) {
    try {
      var _ = new ConsentTopic(topic);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The key out of a path, refused with 400 when it cannot be one. */
  public static String checked(String key) {
    if (!isWellFormed(key)) {
      throw Problem.of(
          400, "INVALID_KEY", RULE.substring(0, 1).toUpperCase() + RULE.substring(1) + ".");
    }
    return key;
  }

  /** The key that a list goes on after; empty for its beginning. */
  public static String after(@Nullable String cursor) {
    if (cursor != null && !isWellFormed(cursor)) {
      throw Cursor.unknown();
    }
    return cursor == null ? "" : cursor;
  }
}

package dev.campanile.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What a consent is about: a topic of the preference centre, all marketing ({@link #MARKETING}), or
 * everything on the channel ({@link #ALL}, which an SMS STOP means).
 */
public record ConsentTopic(@JsonValue String value) {

  private static final Pattern KEY = Pattern.compile("ALL|MARKETING|[a-z0-9][a-z0-9-]{0,63}");

  public static final ConsentTopic ALL = new ConsentTopic("ALL");
  public static final ConsentTopic MARKETING = new ConsentTopic("MARKETING");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ConsentTopic {
    if (!KEY.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a topic is ALL, MARKETING or a key of lower-case letters, digits and hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

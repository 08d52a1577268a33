package dev.campanile.profile.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every profile has by a name of its own; any other name is a trait. All are texts. */
public enum ProfileField {
  EXTERNAL_ID("externalId", "external_id", Profile::externalId),
  FIRST_NAME("firstName", "first_name", Profile::firstName),
  LAST_NAME("lastName", "last_name", Profile::lastName),
  LOCALE("locale", "locale", Profile::locale),
  COUNTRY("country", "country", Profile::country),
  PREFERRED_CHANNEL(
      "preferredChannel",
      "preferred_channel",
      profile -> profile.preferredChannel() == null ? null : profile.preferredChannel().name());

  private final String fieldName;
  private final String column;
  private final Function<Profile, @Nullable String> value;

  ProfileField(String fieldName, String column, Function<Profile, @Nullable String> value) {
    this.fieldName = fieldName;
    this.column = column;
    this.value = value;
  }

  public static Optional<ProfileField> named(String name) {
    return Arrays.stream(values()).filter(field -> field.fieldName.equals(name)).findFirst();
  }

  /** The column of table {@code profile}. */
  public String column() {
    return column;
  }

  /** A field or trait of a profile as a plain JSON value. */
  public static Optional<Object> valueOf(Profile profile, String name) {
    return named(name)
        .<Optional<Object>>map(field -> Optional.ofNullable(field.value.apply(profile)))
        .orElseGet(() -> Optional.ofNullable(profile.traits().get(name)));
  }
}

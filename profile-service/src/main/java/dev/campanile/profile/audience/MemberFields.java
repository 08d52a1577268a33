package dev.campanile.profile.audience;

import static java.util.stream.Collectors.joining;

import dev.campanile.profile.profile.ProfileField;
import dev.campanile.profile.profile.ProfileRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads of each member what a run asks for, and nothing else: most ask for a name or two. */
final class MemberFields {

  private final List<String> names;
  private final List<ProfileField> fields;
  private final List<String> traits;
  private final ProfileRepository profiles;

  MemberFields(List<String> asked, ProfileRepository profiles) {
    List<String> distinct = asked.stream().distinct().toList();
    this.names = distinct.stream().filter(name -> ProfileField.named(name).isPresent()).toList();
    this.fields = names.stream().map(name -> ProfileField.named(name).orElseThrow()).toList();
    this.traits = distinct.stream().filter(name -> ProfileField.named(name).isEmpty()).toList();
    this.profiles = profiles;
  }

  /** What to select of {@code profile p}, each after a comma. */
  String columns() {
    return fields.stream().map(field -> ", p." + field.column()).collect(joining())
        + (traits.isEmpty() ? "" : ", p.traits");
  }

  /**
   * @param first the position of the first of the columns
   */
  Map<String, Object> read(ResultSet row, int first) throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      String value = row.getString(first + i);
      if (value != null) {
        values.put(names.get(i), value);
      }
    }
    if (!traits.isEmpty()) {
      Map<String, Object> all = profiles.traits(row.getString(first + names.size()));
      for (String trait : traits) {
        Object value = all.get(trait);
        if (value != null) {
          values.put(trait, value);
        }
      }
    }
    return values;
  }
}

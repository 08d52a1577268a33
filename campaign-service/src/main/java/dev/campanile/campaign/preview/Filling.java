package dev.campanile.campaign.preview;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.contracts.ContentVersion.Variable;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a content's variables, and where it is from.
 *
 * @param values of the data and of the profile; defaults are the renderer's
 * @param missing names without which a message is not sent
 */
record Filling(Map<String, Object> values, List<FilledVariable> variables, List<String> missing) {

  static Filling of(
      PublishedContent content, Map<String, Object> data, @Nullable Snapshot profile) {
    Map<String, Object> fields = profile == null ? Map.of() : profile.fields();
    Map<String, Object> values = new HashMap<>();
    for (String name : content.variables()) {
      Object value = data.get(name) == null ? fields.get(name) : data.get(name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return new Filling(
        Map.copyOf(values),
        content.version().variables().stream()
            .map(variable -> filled(variable, data, fields))
            .toList(),
        content.required().stream().filter(name -> !values.containsKey(name)).toList());
  }

  private static FilledVariable filled(
      Variable variable, Map<String, Object> data, Map<String, Object> fields) {
    String name = variable.name();
    if (data.get(name) != null) {
      return new FilledVariable(name, data.get(name), Origin.DATA);
    }
    if (fields.get(name) != null) {
      return new FilledVariable(name, fields.get(name), Origin.PROFILE);
    }
    return variable.defaultValue() == null
        ? new FilledVariable(name, null, Origin.NOWHERE)
        : new FilledVariable(name, variable.defaultValue(), Origin.DEFAULT);
  }

  /** Where a value is from. */
  enum Origin {
    DATA,
    PROFILE,
    DEFAULT,
    /** Texts may still have a {@code default} of their own. */
    NOWHERE
  }

  record FilledVariable(String name, @Nullable Object value, Origin from) {}
}

package dev.campanile.profile.imports;

import dev.campanile.profile.profile.ProfileField;
import dev.campanile.profile.profile.StatedFields;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The first row of a file: where each column stands.
 *
 * @param columns positions of the known columns
 * @param traits positions by the trait's name
 * @param width how many cells each row has
 */
record Header(Map<Column, Integer> columns, Map<String, Integer> traits, int width) {

  private static final String TRAIT = "trait.";
  private static final Pattern TRAIT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  Header {
    columns = Map.copyOf(columns);
    traits = Map.copyOf(traits);
  }

  /**
   * @throws Problem 400 naming each column that is not known, twice there, or missing
   */
  static Header read(List<String> cells) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    Map<String, Integer> traits = new LinkedHashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String wrong = put(cells.get(i).strip(), i, columns, traits);
      if (!wrong.isEmpty()) {
        errors.add(new FieldError("/columns/" + i, wrong));
      }
    }
    if (!columns.containsKey(Column.EXTERNAL_ID)) {
      errors.add(
          new FieldError(
              "/columns",
              "The column externalId is missing; the file is separated by commas and its first row"
                  + " names the columns."));
    }
    if (!errors.isEmpty()) {
      throw refused(errors);
    }
    return new Header(columns, traits, cells.size());
  }

  /** What is wrong with the column; empty when nothing is. */
  private static String put(
      String title, int position, Map<Column, Integer> columns, Map<String, Integer> traits) {
    boolean twice;
    if (title.startsWith(TRAIT)) {
      String name = title.substring(TRAIT.length());
      if (!TRAIT_NAME.matcher(name).matches() || ProfileField.named(name).isPresent()) {
        return title
            + " names no trait: up to 64 letters, digits, '_', '.' and '-', and no field"
            + " of the profile.";
      }
      twice = traits.put(name, position) != null;
    } else {
      Column column = Column.titled(title).orElse(null);
      if (column == null) {
        return "The column '" + title + "' is not known. Known are " + known() + ", trait.<name>.";
      }
      twice = columns.put(column, position) != null;
      if (column.isTrait()) {
        twice |= traits.put(column.title(), position) != null;
      }
    }
    return twice ? "The column " + title + " is there twice." : "";
  }

  private static Problem refused(List<FieldError> errors) {
    Problem problem =
        Problem.of(
            400,
            "CSV_HEADER",
            errors.stream().map(FieldError::detail).collect(Collectors.joining(" ")));
    for (FieldError error : errors) {
      problem = problem.at(error.pointer(), error.detail());
    }
    return problem;
  }

  private static String known() {
    return Arrays.stream(Column.values()).map(Column::title).collect(Collectors.joining(", "));
  }

  boolean has(Column column) {
    return columns.containsKey(column);
  }

  StatedFields stated() {
    return new StatedFields(
        has(Column.FIRST_NAME),
        has(Column.LAST_NAME),
        has(Column.LOCALE),
        has(Column.COUNTRY),
        has(Column.ZONE),
        has(Column.PHONE) || has(Column.COUNTRY),
        has(Column.PREFERRED_CHANNEL));
  }
}

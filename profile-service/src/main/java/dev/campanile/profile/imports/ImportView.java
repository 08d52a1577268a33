package dev.campanile.profile.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import over HTTP.
 *
 * @param rows worked off so far; imported + refused
 * @param refused rows of which nothing was taken; a refused field of an imported row is not counted
 * @param failure why the rest of the file could not be read
 * @param refusals the first 1,000, of rows and of single fields
 */
public record ImportView(
    UUID id,
    ImportJob.State state,
    int rows,
    int imported,
    int refused,
    @Nullable String failure,
    List<RefusalView> refusals) {

  ImportView with(List<RefusalView> all) {
    return new ImportView(id, state, rows, imported, refused, failure, all);
  }

  /**
   * @param row as a spreadsheet counts: the header is row 1
   * @param field empty when the row as a whole is meant
   * @param value masked where it is personal
   */
  public record RefusalView(long row, String field, String value, String reason) {}
}

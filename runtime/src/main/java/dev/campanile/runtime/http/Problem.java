package dev.campanile.runtime.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer other than success, as RFC 9457 has it. The detail says how to mend it. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions;

  private Problem(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extensions) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.extensions = Map.copyOf(extensions);
  }

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, detail, List.of(), Map.of());
  }

  /**
   * @param what such as {@code "campaign spring-sale"}
   */
  public static Problem notFound(String what) {
    return of(404, "NOT_FOUND", "There is no " + what + ".");
  }

  public static Problem conflict(String code, String detail) {
    return of(409, code, detail);
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(
        400,
        "INVALID",
        errors.size() == 1 ? errors.getFirst().detail() : errors.size() + " fields need mending.",
        errors,
        Map.of());
  }

  /** Adds a field that is wrong, by JSON pointer (RFC 6901). */
  public Problem at(String pointer, String fieldDetail) {
    List<FieldError> more = new ArrayList<>(errors);
    more.add(new FieldError(pointer, fieldDetail));
    return new Problem(status, code, detail(), more, extensions);
  }

  /** Adds a member to the answer, such as the id of the run that is in the way. */
  public Problem with(String member, Object value) {
    Map<String, Object> more = new HashMap<>(extensions);
    more.put(member, value);
    return new Problem(status, code, detail(), errors, more);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  Map<String, Object> extensions() {
    return extensions;
  }
}

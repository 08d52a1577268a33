package dev.campanile.campaign.content;

import dev.campanile.runtime.http.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a draft, as it is found. */
final class Findings {

  private final List<FieldError> errors = new ArrayList<>();

  void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }

  void addAll(String pointer, List<String> details) {
    details.forEach(detail -> add(pointer, detail));
  }

  List<FieldError> errors() {
    return List.copyOf(errors);
  }
}

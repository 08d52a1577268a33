package dev.campanile.campaign.content;

/** RFC 6901. */
final class JsonPointer {

  private JsonPointer() {}

  static String of(Object... steps) {
    StringBuilder pointer = new StringBuilder();
    for (Object step : steps) {
      pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}

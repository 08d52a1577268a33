package dev.campanile.gateway.trace;

import java.util.UUID;

/** Traces that somebody else began (W3C Trace Context). */
final class Traces {

  private Traces() {}

  static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  static String parent(String trace) {
    return "00-" + trace + "-b7ad6b7169203331-01";
  }
}

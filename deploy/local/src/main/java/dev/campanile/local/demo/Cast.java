package dev.campanile.local.demo;

/** The four customers whose stories are told, by their ids in the grocer's own system. */
enum Cast {
  SAID_STOP("C-0001"),
  HAS_AN_OPEN_CASE("C-0002"),
  PREFERS_CHAT("C-0003"),
  MOVED_AWAY("C-0004");

  private final String externalId;

  Cast(String externalId) {
    this.externalId = externalId;
  }

  String externalId() {
    return externalId;
  }
}

package dev.campanile.rendering;

/** A template needs what the message does not have. */
final class MissingVariable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;

  MissingVariable(String name) {
    super(name, null, false, false);
    this.name = name;
  }

  String name() {
    return name;
  }
}

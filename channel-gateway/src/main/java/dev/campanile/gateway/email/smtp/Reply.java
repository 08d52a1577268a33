package dev.campanile.gateway.email.smtp;

/**
 * A reply of the server.
 *
 * @param text all its lines as they came, the code included, a line feed between
 */
public record Reply(int code, String text) {

  /** The server says good-bye and closes, whatever it was asked (RFC 5321, 3.8). */
  static final int CLOSING = 421;

  static final int GO_ON = 354;

  boolean isPositive() {
    return code >= 200 && code < 300;
  }

  boolean isClosing() {
    return code == CLOSING;
  }

  boolean isRefusal() {
    return code >= 400;
  }
}

package dev.campanile.campaign.content;

/** A text that is not Liquid; the message says where it stops being so. */
final class LiquidSyntaxException extends Exception {

  private static final long serialVersionUID = 1;

  LiquidSyntaxException(String message) {
    super(message);
  }
}

package dev.campanile.local.twilio;

/** What came of a customer's message: its id, and how the webhook was answered. */
public record InboundOutcome(String sid, int webhookStatus, String webhookAnswer) {

  public boolean isTaken() {
    return webhookStatus >= 200 && webhookStatus < 300;
  }
}

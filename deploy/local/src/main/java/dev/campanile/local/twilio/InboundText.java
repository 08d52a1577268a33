package dev.campanile.local.twilio;

/** What a customer writes to a sender; numbers without a channel's prefix. */
public record InboundText(TwilioChannel channel, String from, String to, String body) {

  public InboundText {
    from = TwilioChannel.number(from);
    to = TwilioChannel.number(to);
  }
}

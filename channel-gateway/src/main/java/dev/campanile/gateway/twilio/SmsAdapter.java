package dev.campanile.gateway.twilio;

import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** SMS through Twilio, from the brand's number or sender id. */
@ApplicationScoped
public class SmsAdapter implements ChannelAdapter {

  private final TwilioMessages messages;

  SmsAdapter(TwilioMessages messages) {
    this.messages = messages;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Duration timeout() {
    return messages.timeout();
  }

  @Override
  public int concurrency() {
    return messages.concurrency();
  }

  @Override
  public HandOff deliver(Rendered message) {
    if (!(message.body() instanceof Body.Sms sms)) {
      throw new IllegalArgumentException("not an SMS: " + message.channel());
    }
    String from = message.brand().smsFrom();
    if (from == null) {
      return new HandOff.Refused(
          Reason.PROVIDER_REJECTED,
          "NO_SENDER",
          "the brand has no smsFrom",
          new HandOff.AddressFinding.Nothing());
    }
    return messages.create(
        message,
        new MessageCreator(new PhoneNumber(message.address()), new PhoneNumber(from), sms.text()));
  }
}

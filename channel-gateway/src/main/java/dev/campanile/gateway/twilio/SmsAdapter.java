package dev.campanile.gateway.twilio;

import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.rendering.Body;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** SMS through Twilio, from the brand's number or sender id. */
@Singleton
public final class SmsAdapter extends TwilioChannel {

  SmsAdapter(TwilioMessages messages) {
    super(messages);
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  @Nullable String sender(Brand brand) {
    return brand.smsFrom();
  }

  @Override
  MessageCreator creator(String to, String from, Body body) {
    if (!(body instanceof Body.Sms sms)) {
      throw new IllegalArgumentException("not an SMS");
    }
    return new MessageCreator(new PhoneNumber(to), new PhoneNumber(from), sms.text());
  }
}

package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.PublicUrl;
import dev.campanile.gateway.channel.Rendered;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Twilio's Messages API, for whichever channel. */
@ApplicationScoped
class TwilioMessages {

  private final TwilioHttp http;
  private final TwilioRestClient client;
  private final PublicUrl publicUrl;
  private final Duration timeout;
  private final int concurrency;

  TwilioMessages(TwilioConfig config, PublicUrl publicUrl) {
    this.http = new TwilioHttp(config);
    this.client =
        new TwilioRestClient.Builder(config.accountSid(), config.authToken())
            .accountSid(config.accountSid())
            .httpClient(http)
            .build();
    this.publicUrl = publicUrl;
    // Waiting for a pooled connection, connecting, and the answer.
    this.timeout = config.connectTimeout().multipliedBy(2).plus(config.answerTimeout());
    this.concurrency = config.concurrency();
  }

  Duration timeout() {
    return timeout;
  }

  int concurrency() {
    return concurrency;
  }

  TwilioRestClient client() {
    return client;
  }

  HandOff create(Rendered message, MessageCreator creator) {
    creator.setStatusCallback(
        publicUrl.at(
            StatusCallbackResource.PATH + "?m=" + message.messageId() + "&a=" + message.attempt()));
    try {
      return new HandOff.Accepted(creator.create(client).getSid());
    } catch (TwilioException e) {
      return TwilioAnswers.of(e);
    }
  }

  @PreDestroy
  void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

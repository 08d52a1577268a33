package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.PublicUrl;
import dev.campanile.gateway.channel.Rendered;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Twilio's Messages API, for whichever channel. */
@ApplicationScoped
class TwilioMessages {

  /** Clocks that do not agree. */
  private static final Duration SLACK = Duration.ofMinutes(3);

  private static final long LISTED = 50;

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

  /** What was sent to the number since shortly before the hand-off, the newest first. */
  List<Message> listed(Lost lost, Brand brand) {
    boolean chat = lost.channel() == Channel.CHAT;
    String from = chat ? brand.chatFrom() : brand.smsFrom();
    String prefix = chat ? ChatAdapter.PREFIX : "";
    var reader = new MessageReader().setTo(new PhoneNumber(prefix + lost.address()));
    if (from != null) {
      reader.setFrom(new PhoneNumber(prefix + from));
    }
    if (lost.handedOverAt() != null) {
      reader.setDateSentAfter(lost.handedOverAt().minus(SLACK).atZone(ZoneOffset.UTC));
    }
    List<Message> listed = new ArrayList<>();
    reader.setPageSize(LISTED).limit(LISTED).read(client).forEach(listed::add);
    return listed;
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

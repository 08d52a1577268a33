package dev.campanile.local.simulators;

import dev.campanile.contracts.Channel;
import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.Fields;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.mail.MailStore;
import dev.campanile.local.twilio.TwilioChannel;
import dev.campanile.local.twilio.TwilioMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the simulators took, to count and to read. */
final class ReceivedMessages {
  private final MailStore mails;
  private final TwilioMessages texts;

  ReceivedMessages(MailStore mails, TwilioMessages texts) {
    this.mails = mails;
    this.texts = texts;
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/simulators/received", _ -> HttpAnswer.json(200, counts()));
    http.on("GET", "/simulators/recipients", call -> HttpAnswer.json(200, countsByRecipient(call)));
    http.on("GET", "/simulators/messages", call -> HttpAnswer.json(200, list(call.query())));
    http.on("DELETE", "/simulators/messages", _ -> clear());
    http.on("GET", "/simulators/inbound", _ -> HttpAnswer.json(200, inbound()));
    http.on("GET", "/simulators/mails/{id}/raw", this::raw);
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("email", mails.accepted());
    counts.put("sms", texts.outbound(TwilioChannel.SMS).size());
    counts.put("chat", texts.outbound(TwilioChannel.CHAT).size());
    return counts;
  }

  private Map<String, Integer> countsByRecipient(HttpCall call) {
    return switch (channel(call.query().first("channel").orElse(""))) {
      case EMAIL -> mails.acceptedByRecipient();
      case SMS -> countsByRecipient(TwilioChannel.SMS);
      case CHAT -> countsByRecipient(TwilioChannel.CHAT);
      case PUSH -> Map.of();
    };
  }

  private Map<String, Integer> countsByRecipient(TwilioChannel channel) {
    Map<String, Integer> counts = new TreeMap<>();
    texts
        .outbound(channel)
        .forEach(message -> counts.merge(TwilioChannel.number(message.to()), 1, Integer::sum));
    return counts;
  }

  /** In the order they came; {@code limit} keeps the newest. */
  private List<SimulatedMessage> list(Fields query) {
    String to = query.first("to").orElse("");
    Stream<SimulatedMessage> found =
        query
            .first("channel")
            .map(name -> messages(channel(name), to))
            .orElseGet(() -> Stream.of(Channel.values()).flatMap(channel -> messages(channel, to)));
    List<SimulatedMessage> all = found.toList();
    int limit = query.first("limit").map(ReceivedMessages::number).orElse(all.size());
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  private Stream<SimulatedMessage> messages(Channel channel, String to) {
    return switch (channel) {
      case EMAIL -> (to.isEmpty() ? mails.all() : mails.to(to)).stream().map(SimulatedMessage::of);
      case SMS -> texts(TwilioChannel.SMS, to);
      case CHAT -> texts(TwilioChannel.CHAT, to);
      case PUSH -> Stream.empty();
    };
  }

  private Stream<SimulatedMessage> texts(TwilioChannel channel, String to) {
    String number = TwilioChannel.number(to);
    return texts.outbound(channel).stream()
        .filter(message -> to.isEmpty() || TwilioChannel.number(message.to()).equals(number))
        .map(SimulatedMessage::of);
  }

  private List<SimulatedMessage> inbound() {
    return texts.inbound().stream()
        .map(message -> SimulatedMessage.of(message, texts.answersTo(message.sid())))
        .toList();
  }

  private HttpAnswer clear() {
    mails.clear();
    texts.clear();
    return HttpAnswer.noContent();
  }

  private HttpAnswer raw(HttpCall call) {
    return mails
        .find(call.variable("id"))
        .map(mail -> HttpAnswer.bytes(200, "message/rfc822", mail.raw()))
        .orElseGet(
            () -> HttpAnswer.json(404, Map.of("code", "NOT_FOUND", "detail", "No such mail.")));
  }

  private static Channel channel(String name) {
    try {
      return Channel.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequest("channel is EMAIL, SMS or CHAT, not \"" + name + "\".");
    }
  }

  private static int number(String value) {
    try {
      return Integer.parseUnsignedInt(value);
    } catch (NumberFormatException e) {
      throw new BadRequest("limit is a number, not \"" + value + "\".");
    }
  }
}

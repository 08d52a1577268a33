package dev.campanile.benchmarks.sink;

import static dev.campanile.benchmarks.sink.Bytes.ascii;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A provider's side of Twilio's Messages API: every form that is posted becomes a message. It looks
 * for the number it goes to and, in the address to call back, for the message's id; it never calls
 * back.
 */
final class TwilioConversation implements Conversation {
  private static final byte[] POST = ascii("post ");
  private static final byte[] LENGTH = ascii("content-length:");
  private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");
  private static final byte[] TO = ascii("To=");
  private static final byte[] MESSAGE = ascii("m%3D");
  private static final byte[] NOT_HERE = answer("404 Not Found", error(20404, "Not found"));
  private static final byte[] FOR_NOW = answer("429 Too Many Requests", error(20429, "Slow down"));
  private static final byte[] NEVER = answer("400 Bad Request", error(21610, "Unsubscribed"));

  private final ArrivalLog log;
  private final Supplier<Faults> faults;
  private final RandomGenerator chance;

  TwilioConversation(ArrivalLog log, Supplier<Faults> faults, RandomGenerator chance) {
    this.log = log;
    this.faults = faults;
    this.chance = chance;
  }

  @Override
  public void begins(Answer answer) {
    // The client speaks first.
  }

  @Override
  public int hears(byte[] bytes, int from, int limit, Answer answer) {
    int end = Bytes.indexOf(END_OF_HEADERS, bytes, from, limit);
    if (end < 0) {
      return from;
    }
    int body = end + END_OF_HEADERS.length;
    int after = body + contentLength(bytes, from, end);
    if (after > limit) {
      return from;
    }
    if (Bytes.startsWithIgnoringCase(POST, bytes, from, end)) {
      posted(bytes, body, after, answer);
    } else {
      answer.say(NOT_HERE);
    }
    return after;
  }

  private static int contentLength(byte[] bytes, int from, int end) {
    int line = from;
    while (line < end) {
      if (Bytes.startsWithIgnoringCase(LENGTH, bytes, line, end)) {
        int length = 0;
        for (int at = line + LENGTH.length; at < end && bytes[at] != '\r'; at++) {
          length = bytes[at] == ' ' ? length : length * 10 + bytes[at] - '0';
        }
        return length;
      }
      int next = Bytes.indexOf((byte) '\n', bytes, line, end);
      line = next < 0 ? end : next + 1;
    }
    return 0;
  }

  private void posted(byte[] bytes, int from, int limit, Answer answer) {
    Faults now = faults.get();
    if (now.delayMillis() > 0) {
      answer.pause(now.delayMillis());
    }
    switch (now.outcome(chance.nextDouble())) {
      case TAKEN -> answer.say(created(store(bytes, from, limit)));
      case REFUSED_FOR_NOW -> answer.say(FOR_NOW);
      case REFUSED -> answer.say(NEVER);
      case DROPPED_BEFORE -> answer.hangUp();
      case DROPPED_AFTER -> {
        store(bytes, from, limit);
        answer.hangUp();
      }
    }
  }

  private UUID store(byte[] form, int from, int limit) {
    int callback = Bytes.indexOf(MESSAGE, form, from, limit);
    UUID message =
        callback < 0 ? Arrival.NO_ID : MessageIds.at(form, callback + MESSAGE.length, limit);
    log.add(recipient(form, from, limit), message, limit - from);
    return message;
  }

  private static byte[] recipient(byte[] form, int from, int limit) {
    int field = from;
    while (field < limit) {
      int next = Bytes.indexOf((byte) '&', form, field, limit);
      int end = next < 0 ? limit : next;
      if (Bytes.startsWith(TO, form, field, end)) {
        int value = field + TO.length;
        String encoded = new String(form, value, end - value, StandardCharsets.US_ASCII);
        return ascii(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
      }
      field = end + 1;
    }
    return new byte[0];
  }

  private static byte[] created(UUID message) {
    String sid = "SM" + message.toString().replace("-", "");
    return answer(
        "201 Created",
        "{\"sid\":\""
            + sid
            + "\",\"status\":\"queued\",\"error_code\":null,\"num_segments\":\"1\"}");
  }

  private static String error(int code, String sentence) {
    return "{\"code\":" + code + ",\"message\":\"" + sentence + "\",\"status\":400}";
  }

  private static byte[] answer(String status, String json) {
    return ascii(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + json.length()
            + "\r\n\r\n"
            + json);
  }
}

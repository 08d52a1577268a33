package dev.campanile.benchmarks.sink;

import static dev.campanile.benchmarks.sink.Bytes.ascii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A mail server's side of SMTP (RFC 5321, with PIPELINING, 8BITMIME, SMTPUTF8 and SIZE). It takes
 * whatever comes, and understands no more of it than it must count: the recipient of the envelope
 * and one header.
 */
final class SmtpConversation implements Conversation {
  private static final byte[] GREETING = ascii("220 sink.invalid ESMTP\r\n");
  private static final byte[] EXTENSIONS =
      ascii(
          "250-sink.invalid\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n"
              + "250-ENHANCEDSTATUSCODES\r\n250 SIZE 52428800\r\n");
  private static final byte[] OK = ascii("250 2.0.0 OK\r\n");
  private static final byte[] GO_AHEAD = ascii("354 Go ahead\r\n");
  private static final byte[] BYE = ascii("221 2.0.0 Bye\r\n");
  private static final byte[] NO_RECIPIENT = ascii("503 5.5.1 RCPT first\r\n");
  private static final byte[] NO_ADDRESS = ascii("501 5.1.3 An address in angle brackets\r\n");
  private static final byte[] UNKNOWN = ascii("502 5.5.1 Not known here\r\n");
  private static final byte[] FOR_NOW = ascii("451 4.3.0 Not now\r\n");
  private static final byte[] NEVER = ascii("554 5.6.0 Never\r\n");

  private static final byte[] HELO = ascii("helo");
  private static final byte[] EHLO = ascii("ehlo");
  private static final byte[] MAIL = ascii("mail");
  private static final byte[] RCPT = ascii("rcpt");
  private static final byte[] DATA = ascii("data");
  private static final byte[] RSET = ascii("rset");
  private static final byte[] NOOP = ascii("noop");
  private static final byte[] QUIT = ascii("quit");
  private static final byte[] MESSAGE = ascii("x-campanile-message:");
  private static final byte[] END_OF_HEADERS = ascii("\r\n\r\n");
  private static final int LINE_BREAK = 2;

  private enum Phase {
    COMMAND,
    HEADERS,
    BODY
  }

  private final ArrivalLog log;
  private final Supplier<Faults> faults;
  private final RandomGenerator chance;
  private final List<byte[]> recipients = new ArrayList<>(1);
  private Phase phase = Phase.COMMAND;
  private Faults.Outcome outcome = Faults.Outcome.TAKEN;
  private UUID message = Arrival.NO_ID;
  private int size;

  SmtpConversation(ArrivalLog log, Supplier<Faults> faults, RandomGenerator chance) {
    this.log = log;
    this.faults = faults;
    this.chance = chance;
  }

  @Override
  public void begins(Answer answer) {
    answer.say(GREETING);
  }

  @Override
  public int hears(byte[] bytes, int from, int limit, Answer answer) {
    return switch (phase) {
      case COMMAND -> command(bytes, from, limit, answer);
      case HEADERS -> headers(bytes, from, limit, answer);
      case BODY -> body(bytes, from, limit, answer);
    };
  }

  private int command(byte[] bytes, int from, int limit, Answer answer) {
    int end = Bytes.indexOf((byte) '\n', bytes, from, limit);
    if (end < 0) {
      return from;
    }
    if (is(MAIL, bytes, from, end) || is(RSET, bytes, from, end)) {
      recipients.clear();
      answer.say(OK);
    } else if (is(RCPT, bytes, from, end)) {
      recipient(bytes, from, end, answer);
    } else if (is(DATA, bytes, from, end)) {
      data(answer);
    } else if (is(EHLO, bytes, from, end)) {
      answer.say(EXTENSIONS);
    } else if (is(HELO, bytes, from, end) || is(NOOP, bytes, from, end)) {
      answer.say(OK);
    } else if (is(QUIT, bytes, from, end)) {
      answer.say(BYE);
      answer.hangUp();
    } else {
      answer.say(UNKNOWN);
    }
    return end + 1;
  }

  private static boolean is(byte[] command, byte[] bytes, int from, int end) {
    return Bytes.startsWithIgnoringCase(command, bytes, from, end);
  }

  private void recipient(byte[] bytes, int from, int end, Answer answer) {
    int opening = Bytes.indexOf((byte) '<', bytes, from, end);
    int closing = opening < 0 ? -1 : Bytes.indexOf((byte) '>', bytes, opening, end);
    if (closing < 0) {
      answer.say(NO_ADDRESS);
    } else {
      recipients.add(Arrays.copyOfRange(bytes, opening + 1, closing));
      answer.say(OK);
    }
  }

  private void data(Answer answer) {
    if (recipients.isEmpty()) {
      answer.say(NO_RECIPIENT);
      return;
    }
    outcome = faults.get().outcome(chance.nextDouble());
    phase = Phase.HEADERS;
    size = 0;
    answer.say(GO_AHEAD);
  }

  private int headers(byte[] bytes, int from, int limit, Answer answer) {
    int end = Bytes.indexOf(END_OF_HEADERS, bytes, from, limit);
    if (end < 0) {
      return from;
    }
    if (outcome == Faults.Outcome.DROPPED_BEFORE) {
      answer.hangUp();
    }
    message = messageIn(bytes, from, end);
    phase = Phase.BODY;
    // The empty line's break may be the one before the final dot.
    size = end + LINE_BREAK - from;
    return end + LINE_BREAK;
  }

  private static UUID messageIn(byte[] bytes, int from, int end) {
    int line = from;
    while (line >= from && line < end) {
      if (Bytes.startsWithIgnoringCase(MESSAGE, bytes, line, end)) {
        int value = line + MESSAGE.length;
        while (value < end && bytes[value] == ' ') {
          value++;
        }
        return MessageIds.at(bytes, value, end);
      }
      int next = Bytes.indexOf((byte) '\n', bytes, line, end);
      line = next < 0 ? end : next + 1;
    }
    return Arrival.NO_ID;
  }

  private int body(byte[] bytes, int from, int limit, Answer answer) {
    int end = Bytes.endOfMail(bytes, from, limit);
    if (end < 0) {
      int understood = Math.max(from, limit - Bytes.END_OF_MAIL_LENGTH + 1);
      size += understood - from;
      return understood;
    }
    size += end + LINE_BREAK - from;
    phase = Phase.COMMAND;
    ends(answer);
    return end + Bytes.END_OF_MAIL_LENGTH;
  }

  private void ends(Answer answer) {
    long delay = faults.get().delayMillis();
    if (delay > 0) {
      answer.pause(delay);
    }
    switch (outcome) {
      case TAKEN -> {
        store();
        answer.say(OK);
      }
      case DROPPED_AFTER -> {
        store();
        answer.hangUp();
      }
      case REFUSED_FOR_NOW -> answer.say(FOR_NOW);
      case REFUSED -> answer.say(NEVER);
      case DROPPED_BEFORE -> answer.hangUp();
    }
    recipients.clear();
  }

  private void store() {
    for (byte[] recipient : recipients) {
      log.add(recipient, message, size);
    }
  }
}

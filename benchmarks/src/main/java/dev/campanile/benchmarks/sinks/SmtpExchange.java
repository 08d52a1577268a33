package dev.campanile.benchmarks.sinks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A mail of 3 KB, pipelined: with its text comes the envelope of the next one, as RFC 2920 allows.
 */
final class SmtpExchange implements Exchange {
  private static final int EXTENSIONS = 6;
  private static final int ENVELOPE_REPLIES = 3;
  private static final int NUMBER_DIGITS = 12;
  private static final String NUMBER = "0".repeat(NUMBER_DIGITS);
  private static final String ENVELOPE =
      "MAIL FROM:<hello@shop.example.com> BODY=8BITMIME\r\nRCPT TO:<raw@example.com>\r\nDATA\r\n";
  private static final String LINE =
      "It is about as long as a line of a mail is, which is 78 so.\r\n";
  private static final String MAIL =
      "From: hello@shop.example.com\r\nTo: raw@example.com\r\nSubject: Cyber Monday\r\n"
          + "X-Campanile-Message: 29a85ea1-03dd-84d5-a79f-"
          + NUMBER
          + "\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
          + LINE.repeat(45)
          + ".\r\n";

  private final byte[] text = bytes(MAIL + ENVELOPE);
  private final int numberEnds = MAIL.indexOf(NUMBER) + NUMBER_DIGITS;

  @Override
  public void open(RawConnection connection) throws IOException {
    connection.await('\n', 1);
    connection.send(bytes("EHLO raw.invalid\r\n"));
    connection.await('\n', EXTENSIONS);
    connection.send(bytes(ENVELOPE));
    connection.await('\n', ENVELOPE_REPLIES);
  }

  @Override
  public void send(RawConnection connection, int number) throws IOException {
    byte[] digits = bytes(Integer.toString(number));
    Arrays.fill(text, numberEnds - NUMBER_DIGITS, numberEnds, (byte) '0');
    System.arraycopy(digits, 0, text, numberEnds - digits.length, digits.length);
    connection.send(text);
  }

  @Override
  public void awaitAnswer(RawConnection connection) throws IOException {
    connection.await('\n', 1 + ENVELOPE_REPLIES);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

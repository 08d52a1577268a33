package dev.campanile.local.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** SMTP spoken line by line, to see what a client library would hide. */
final class SmtpDialogue implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  SmtpDialogue(int port) throws IOException {
    socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    out = socket.getOutputStream();
    answerWithin(10_000);
  }

  /** The last line of the answer; null when the server hung up. */
  @Nullable String say(String line) throws IOException {
    write(line);
    return answerWithin(10_000);
  }

  void write(String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Throws {@link java.net.SocketTimeoutException} when the server stays silent. */
  @Nullable String answerWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    String line = in.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      line = in.readLine();
    }
    return line;
  }

  /** Up to the recipient's acceptance. */
  @Nullable String greetAndAddress(String recipient) throws IOException {
    say("EHLO test");
    say("MAIL FROM:<shop@example.org>");
    return say("RCPT TO:<" + recipient + ">");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

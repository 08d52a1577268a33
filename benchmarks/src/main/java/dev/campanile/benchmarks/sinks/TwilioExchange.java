package dev.campanile.benchmarks.sinks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A text of 160 characters as a form, over a connection that is kept. */
final class TwilioExchange implements Exchange {
  private static final String BODY = "x".repeat(160);

  @Override
  public void open(RawConnection connection) {
    // Whoever calls speaks first.
  }

  @Override
  public void send(RawConnection connection, int number) throws IOException {
    String form =
        "From=%2B442079460162&To=%2B4420"
            + number
            + "&Body="
            + BODY
            + "&StatusCallback=http%3A%2F%2F127.0.0.1%3A18083%2Fv1%2Fcallbacks%2Ftwilio%2Fstatus%3Fm%3D"
            + "29a85ea1-03dd-84d5-a79f-"
            + "%012d".formatted(number)
            + "%26a%3D1";
    String request =
        "POST /2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json HTTP/1.1\r\n"
            + "Host: 127.0.0.1\r\nAuthorization: Basic cmF3OnJhdw==\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n"
            + form;
    connection.send(request.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void awaitAnswer(RawConnection connection) throws IOException {
    connection.await('}', 1);
  }
}

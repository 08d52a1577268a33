package dev.campanile.gateway.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.gateway.email.smtp.SmtpSettings.Login;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Base64;
import java.util.Set;

/** AUTH with PLAIN (RFC 4616) or LOGIN. */
final class LoggingIn {

  private LoggingIn() {}

  /**
   * @param hidden nobody on the way can read the password, or we were told that it does not matter
   */
  static void to(SmtpConnection connection, Login login, boolean hidden) throws IOException {
    Set<String> offered = connection.extensions().logins();
    if (offered.isEmpty() && !login.required()) {
      return;
    }
    if (!hidden) {
      throw new ProtocolException("a password is not sent in the clear; set start-tls");
    }
    if (mayUse("PLAIN", offered, login)) {
      succeed(connection.ask("AUTH PLAIN " + plain(login)));
    } else if (mayUse("LOGIN", offered, login)) {
      goOn(connection.ask("AUTH LOGIN"));
      goOn(connection.ask(encode(login.username())));
      succeed(connection.ask(encode(login.password())));
    } else {
      throw new ProtocolException("the server offers no login with PLAIN or LOGIN");
    }
  }

  private static boolean mayUse(String mechanism, Set<String> offered, Login login) {
    return offered.contains(mechanism)
        && (login.mechanisms().isEmpty() || login.mechanisms().contains(mechanism));
  }

  private static String plain(Login login) {
    return encode('\0' + login.username() + '\0' + login.password());
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static void goOn(Reply reply) throws OpeningRefused {
    if (reply.code() != 334) {
      throw new OpeningRefused(reply);
    }
  }

  private static void succeed(Reply reply) throws OpeningRefused {
    if (!reply.isPositive()) {
      throw new OpeningRefused(reply);
    }
  }
}

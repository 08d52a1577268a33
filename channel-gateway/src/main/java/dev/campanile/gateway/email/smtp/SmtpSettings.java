package dev.campanile.gateway.email.smtp;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, and how to talk to it.
 *
 * @param ownName for EHLO; asked for once a connection
 * @param connections at most, at once
 * @param timeout for a whole call
 * @param keepIdle how long an unused connection is kept; for ever when zero
 * @param mailsPerConnection then it is closed; 0 for any number
 * @param pipelining used when the server offers it
 */
public record SmtpSettings(
    String host,
    int port,
    Tls tls,
    @Nullable Login login,
    Supplier<String> ownName,
    int connections,
    Duration timeout,
    Duration keepIdle,
    long mailsPerConnection,
    boolean pipelining) {

  public enum Encryption {
    DISABLED,
    /** STARTTLS when it is offered. */
    OPTIONAL,
    /** STARTTLS, or no mail. */
    REQUIRED,
    /** TLS from the first octet. */
    IMPLICIT
  }

  /**
   * @param verifyName the certificate must be for the host
   */
  public record Tls(Encryption encryption, SSLContext context, boolean verifyName) {}

  /**
   * @param required no mail without a login; else none is tried where the server knows none
   * @param mechanisms those that may be used, in upper case
   */
  public record Login(String username, String password, boolean required, Set<String> mechanisms) {

    @Override
    public String toString() {
      return "Login[" + username + "]";
    }
  }
}

package dev.campanile.local.twilio;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** An account of the provider: its id, and the secret that signs and authenticates. */
public record TwilioAccount(String sid, String authToken) {

  /** The account of the local platform; its token is no secret. */
  public static final TwilioAccount LOCAL =
      new TwilioAccount("AC00000000000000000000000000000001", "local-twilio-token");

  /** Whether an {@code Authorization} header (HTTP Basic) names this account and its token. */
  boolean authenticates(String header) {
    String credentials =
        Base64.getEncoder()
            .encodeToString((sid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
    return MessageDigest.isEqual(
        ("Basic " + credentials).getBytes(StandardCharsets.UTF_8),
        header.getBytes(StandardCharsets.UTF_8));
  }
}

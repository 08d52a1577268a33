package dev.campanile.campaign.request;

import dev.campanile.contracts.WireFormat;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Requests that ask for the same have the same hash, however their JSON is written. */
public final class RequestHash {

  private RequestHash() {}

  public static String of(Object request) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(WireFormat.write(request));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package dev.campanile.gateway.channel;

import java.net.URI;

/** Public URLs for tests of other packages. */
public final class PublicUrls {

  private PublicUrls() {}

  public static PublicUrl of(String base) {
    return new PublicUrl(URI.create(base));
  }
}

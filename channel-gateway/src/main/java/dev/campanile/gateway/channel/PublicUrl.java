package dev.campanile.gateway.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the world reaches this gateway: what links and callbacks begin with. */
@ApplicationScoped
public class PublicUrl {

  private final String base;

  PublicUrl(@ConfigProperty(name = "campanile.public-url") URI base) {
    if (base.getScheme() == null || base.getHost() == null || base.getRawQuery() != null) {
      throw new IllegalStateException(
          "CAMPANILE_PUBLIC_URL is a URL without query, such as https://mail.example.com");
    }
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /**
   * The whole address of one of our paths.
   *
   * @param path begins with a slash
   */
  public String at(String path) {
    return base + path;
  }
}

package dev.campanile.gateway.link;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;

/** Our own pages behind links: kept by nobody, found by no search engine, framed nowhere. */
public final class PublicPage {

  private PublicPage() {}

  public static Response.ResponseBuilder of(int status, TemplateInstance page) {
    return Response.status(status)
        .entity(page.render())
        .type("text/html; charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
  }

  /** The language a browser asks for, where no message says one. */
  public static Locale language(HttpHeaders headers) {
    try {
      List<Locale> wanted = headers.getAcceptableLanguages();
      return wanted.isEmpty() ? Locale.ENGLISH : wanted.getFirst();
    } catch (WebApplicationException | IllegalArgumentException e) {
      // A header nobody understands is no reason to show no page.
      return Locale.ENGLISH;
    }
  }
}

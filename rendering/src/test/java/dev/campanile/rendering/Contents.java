package dev.campanile.rendering;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Chat;
import dev.campanile.contracts.ContentVersion.ChatTemplate;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import dev.campanile.contracts.ContentVersion.Variable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Contents for tests, each a version of its own. */
final class Contents {

  static final Links LINKS = new Links("https://mail.example/v1/unsubscribe/t0k3n", true, null);

  private static final AtomicInteger VERSIONS = new AtomicInteger();

  private Contents() {}

  static ContentVersion html(String html) {
    return content(new Projections(new Email("Hello", html, "text"), null, null));
  }

  static ContentVersion subject(String subject) {
    return content(new Projections(new Email(subject, "<p>x</p>", "text"), null, null));
  }

  static ContentVersion sms(String text) {
    return content(new Projections(null, new Sms(text), null));
  }

  /** A chat that says its template inside the window too. */
  static ContentVersion chatByTemplate(String... variables) {
    return content(
        new Projections(null, null, new Chat(null, new ChatTemplate("HX1", List.of(variables)))));
  }

  static ContentVersion chat(String text, String... variables) {
    return content(
        new Projections(null, null, new Chat(text, new ChatTemplate("HX1", List.of(variables)))));
  }

  static ContentVersion content(Projections projections, Variable... variables) {
    return content("en", Map.of("en", projections), variables);
  }

  static ContentVersion content(
      String defaultLocale, Map<String, Projections> locales, Variable... variables) {
    return content(defaultLocale, locales, List.of(), variables);
  }

  private static ContentVersion content(
      String defaultLocale,
      Map<String, Projections> locales,
      List<Link> links,
      Variable... variables) {
    return new ContentVersion(
        new ContentRef("delivery", VERSIONS.incrementAndGet()),
        Category.SERVICE,
        null,
        new Brand("verde", "Verde & Figli", "Verde <ciao@verde.example>", null, "+1", "+2"),
        defaultLocale,
        locales,
        links,
        List.of(variables),
        Instant.EPOCH);
  }

  static ContentVersion linked(Projections projections, Link... links) {
    return content("en", Map.of("en", projections), List.of(links));
  }

  /** Renders in English. */
  static RenderResult render(ContentVersion content, Channel channel, Map<String, Object> data) {
    return new Renderer().render(content, "en", channel, true, data, LINKS);
  }

  static Object rendered(ContentVersion content, Channel channel, Map<String, Object> data) {
    return switch (render(content, channel, data)) {
      case RenderResult.Ready(Body.Email email) -> email.html().toString();
      case RenderResult.Ready(Body.Sms sms) -> sms.text();
      case RenderResult.Ready(Body.Chat chat) -> chat.text();
      case RenderResult.Refused refused -> refused;
    };
  }
}

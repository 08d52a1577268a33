package dev.campanile.gateway.email;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.Utf8Text;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mails for tests in which it does not matter what they say. */
final class TestMails {

  static final Brand BRAND = new Brand("v", "V", "V <v@verde.example>", null, null, null);

  private TestMails() {}

  static Rendered to(String address) {
    return to(address, body("s", "<p>h</p>", "t", null));
  }

  static List<Rendered> toEach(String... addresses) {
    return Stream.of(addresses).map(TestMails::to).toList();
  }

  static Rendered saying(String text) {
    return to("ana@customers.example", body("s", "<p>h</p>", text, null));
  }

  static Body.Email body(
      String subject, String html, String text, @Nullable String unsubscribeUrl) {
    return new Body.Email(subject, Utf8Text.of(html), Utf8Text.of(text), unsubscribeUrl);
  }

  static Rendered to(String address, Body.Email body) {
    return new Rendered(
        new MessageId(UUID.randomUUID()), 1, Category.SERVICE, BRAND, address, body);
  }
}

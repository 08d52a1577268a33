package dev.campanile.gateway.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.rendering.Body;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a text is recognised by when a provider lists it, without keeping the text. */
public final class BodyHash {

  private BodyHash() {}

  /** None of what the provider does not list, or writes itself. */
  public static @Nullable UUID of(Body body) {
    return switch (body) {
      case Body.Email _ -> null;
      case Body.Sms(var text) -> of(text);
      case Body.Chat(var text, var template) -> template == null ? of(text) : null;
    };
  }

  /** Blanks around it get lost on the way. */
  public static UUID of(String text) {
    try {
      ByteBuffer digest =
          ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.strip().getBytes(UTF_8)));
      return new UUID(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat template as its provider keeps it, and the provider's word on it.
 *
 * @param sid the provider's id
 * @param approved whether it may go outside of the chat window
 * @param status the provider's word for that, such as {@code approved}, {@code pending} or {@code
 *     rejected}
 * @param body what it says, with placeholders such as <code>{{1}}</code>; none when the provider
 *     has no such template
 * @param saidAt when the provider was first heard to say so
 */
public record ProviderTemplate(
    String sid,
    boolean approved,
    String status,
    @Nullable String body,
    List<Button> buttons,
    Instant saidAt) {

  public ProviderTemplate {
    requireNonNull(sid);
    requireNonNull(status);
    buttons = List.copyOf(buttons);
    requireNonNull(saidAt);
  }

  /**
   * @param title what is written on it
   * @param target the address or number it leads to, with placeholders; none for a reply
   */
  public record Button(ButtonKind kind, String title, @Nullable String target) {

    public Button {
      requireNonNull(kind);
      requireNonNull(title);
    }
  }

  /** What a tap does. */
  public enum ButtonKind {
    /** Sends the title back as the customer's message. */
    REPLY,
    URL,
    PHONE,
    /** Copies a code, or anything else that is done on the customer's own device. */
    OTHER
  }

  public String recordKey() {
    return sid;
  }

  public Bucket bucket() {
    return Bucket.of(sid);
  }
}

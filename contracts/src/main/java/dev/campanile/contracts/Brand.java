package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Who a message is from.
 *
 * @param emailFrom a mailbox, {@code Name <local@domain>} or {@code local@domain}
 * @param smsFrom E.164 number or sender id
 * @param chatFrom E.164 number
 */
public record Brand(
    String key,
    String name,
    String emailFrom,
    @Nullable String replyTo,
    @Nullable String smsFrom,
    @Nullable String chatFrom) {

  public Brand {
    requireNonNull(key);
    requireNonNull(name);
    requireNonNull(emailFrom);
  }
}

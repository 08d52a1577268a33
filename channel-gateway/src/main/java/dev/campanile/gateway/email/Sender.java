package dev.campanile.gateway.email;

import dev.campanile.contracts.Brand;
import org.jspecify.annotations.Nullable;

/** What all mails of a brand have in common. */
record Sender(
    Mailbox mailbox, HeaderValue header, @Nullable HeaderValue replyTo, String replyAddress) {

  static Sender of(Brand brand) {
    Mailbox from = Mailbox.of(brand.emailFrom());
    if (brand.replyTo() == null) {
      return new Sender(from, from.header(), null, from.address());
    }
    Mailbox reply = Mailbox.of(brand.replyTo());
    return new Sender(from, from.header(), reply.header(), reply.address());
  }
}

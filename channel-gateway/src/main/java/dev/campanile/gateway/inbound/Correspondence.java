package dev.campanile.gateway.inbound;

import dev.campanile.gateway.content.SenderNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who writes to whom: the brand behind our number, the language of the customer behind theirs. */
@ApplicationScoped
class Correspondence {

  private static final String LOCALE =
      """
      select c.card ->> 'locale'
        from contact_address a
        join contact_card c on c.profile_id = a.profile_id
       where a.address = :address and a.channel = :channel and not c.erased
       order by c.version desc, c.profile_id
       limit 1
      """;

  private final SenderNumbers numbers;

  Correspondence(SenderNumbers numbers) {
    this.numbers = numbers;
  }

  /**
   * @param brand its name; none when nothing was ever published with the number
   * @param locale BCP 47; none when nobody we know has the customer's number
   */
  record Parties(@Nullable String brand, @Nullable String locale) {}

  Parties of(Handle handle, InboundMessage message) {
    return new Parties(
        numbers.brand(handle, message.channel(), message.to()).orElse(null),
        handle
            .createQuery(LOCALE)
            .bind("address", message.from())
            .bind("channel", message.channel())
            .mapTo(String.class)
            .findOne()
            .orElse(null));
  }
}

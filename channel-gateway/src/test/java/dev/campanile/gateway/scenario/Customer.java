package dev.campanile.gateway.scenario;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ProfileId;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A customer who has opted in to everything, by mail and SMS. */
public record Customer(ProfileId id, String email, String phone) {

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() % 900_000);

  public static Customer any() {
    long number = NUMBER.incrementAndGet();
    return new Customer(
        new ProfileId(UUID.randomUUID()),
        "customer" + number + "@example.com",
        "+39333%07d".formatted(number % 10_000_000));
  }

  public ContactCard card(long version, UUID... folded) {
    List<Consent> optedIn =
        List.of(
            new Consent(ConsentTopic.MARKETING, ConsentState.OPTED_IN),
            new Consent(ConsentTopic.ALL, ConsentState.OPTED_IN));
    return new ContactCard(
        id,
        version,
        "en",
        "IT",
        List.of(ZoneId.of("Europe/Rome")),
        null,
        true,
        List.of(
            new ContactAddress(Channel.EMAIL, email, true, null, optedIn),
            new ContactAddress(Channel.SMS, phone, true, null, optedIn)),
        List.of(),
        List.of(folded));
  }
}

package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContactCard.OpenCase;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any message in any situation, drawn from few values so that they meet. */
final class Worlds {

  /** A message with all the gate knows. */
  record World(GateMessage message, GateContext context) {

    World with(List<Revocation> revocations) {
      return with(context.card(), revocations);
    }

    World withCard(UnaryOperator<ContactCard> change) {
      return context.card() instanceof CardState.Known(var card)
          ? with(new CardState.Known(change.apply(card)), context.revocations())
          : this;
    }

    private World with(CardState card, List<Revocation> revocations) {
      return new World(
          message,
          new GateContext(
              context.now(),
              context.run(),
              card,
              context.heartbeat(),
              revocations,
              context.content(),
              context.lastInbound(),
              context.claimed()));
    }
  }

  private static final Source RUN = new Source.Campaign("spring", new RunId(new UUID(1, 2)));
  private static final Instant NOW = Instant.parse("2026-03-03T11:00:00Z");
  private static final List<UUID> REVOCATIONS =
      List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

  private Worlds() {}

  static Arbitrary<World> any() {
    return Combinators.combine(messages(), contexts()).as(World::new);
  }

  private static Arbitrary<GateMessage> messages() {
    return Combinators.combine(
            Arbitraries.of(Category.class),
            topics().injectNull(0.4),
            Arbitraries.of(PlannedChannel.class).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(0, 48),
            Arbitraries.longs().between(1, 3),
            Arbitraries.integers().between(0, 120),
            Arbitraries.of(Channel.class).set().ofMaxSize(1),
            Arbitraries.longs())
        .as(
            (category, topic, plan, hoursLeft, cardVersion, secondsAgo, refused, id) ->
                new GateMessage(
                    new MessageId(new UUID(id, id)),
                    Customer.ID,
                    RUN,
                    category,
                    topic,
                    plan,
                    NOW.plus(Duration.ofHours(hoursLeft)),
                    cardVersion,
                    NOW.minusSeconds(secondsAgo),
                    refused));
  }

  private static Arbitrary<GateContext> contexts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 15),
            mostly(RunState.RUNNING, Arbitraries.of(RunState.class)),
            cardStates(),
            Arbitraries.integers().between(0, 35),
            revocations().list().ofMaxSize(2),
            content(),
            Arbitraries.integers().between(0, 48).injectNull(0.3),
            Arbitraries.of(addresses()).set().ofMaxSize(1))
        .as(
            (hours, run, card, silence, revoked, content, wrote, claimed) -> {
              Instant now = NOW.plus(Duration.ofHours(hours));
              return new GateContext(
                  now,
                  run,
                  card,
                  now.minusSeconds(silence),
                  revoked,
                  content,
                  wrote == null ? Map.of() : Map.of("one", now.minus(Duration.ofHours(wrote))),
                  Map.of(Channel.EMAIL, claimed, Channel.SMS, Set.of()));
            });
  }

  private static Arbitrary<CardState> cardStates() {
    Arbitrary<CardState> known = cards().map(CardState.Known::new);
    return Arbitraries.frequencyOf(
        Tuple.of(12, known),
        Tuple.of(1, Arbitraries.just(new CardState.Missing())),
        Tuple.of(1, Arbitraries.just(new CardState.Erased())));
  }

  private static Arbitrary<ContactCard> cards() {
    return Combinators.combine(
            Arbitraries.longs().between(2, 5),
            Arbitraries.of("IT", "FR", "US", "XX").injectNull(0.2),
            Arbitraries.of("Europe/Rome", "Asia/Tokyo", "Etc/GMT+12", "America/Havana")
                .map(ZoneId::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2),
            Arbitraries.of(Channel.class).injectNull(0.3),
            contactAddresses().list().ofMinSize(2).ofMaxSize(6),
            mostly(List.of(), cases().list().ofMaxSize(2)),
            Arbitraries.of(REVOCATIONS).list().ofMaxSize(1))
        .as(
            (version, country, zones, preferred, addresses, cases, folded) ->
                new ContactCard(
                    Customer.ID,
                    version,
                    "it",
                    country,
                    zones,
                    preferred,
                    true,
                    addresses,
                    cases,
                    folded));
  }

  private static Arbitrary<ContactAddress> contactAddresses() {
    return Combinators.combine(
            Arbitraries.of(Channel.class),
            Arbitraries.of(addresses()),
            mostly(true, Arbitraries.of(true, false)),
            Arbitraries.of(SuppressionReason.class).injectNull(0.8),
            consents().list().ofMaxSize(3))
        .as(ContactAddress::new);
  }

  private static Arbitrary<Consent> consents() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(ConsentTopic.MARKETING)), Tuple.of(1, topics())),
            mostly(ConsentState.OPTED_IN, Arbitraries.of(ConsentState.class)),
            Arbitraries.integers().between(-2, 60).injectNull(0.8))
        .as(
            (topic, state, pause) ->
                new Consent(
                    topic, state, pause == null ? null : NOW.plus(Duration.ofHours(pause))));
  }

  private static Arbitrary<OpenCase> cases() {
    return Combinators.combine(Arbitraries.of("C-1", "C-2"), Arbitraries.integers().between(0, 9))
        .as((key, days) -> new OpenCase(key, "NORMAL", NOW.minus(Duration.ofDays(days))));
  }

  private static Arbitrary<Revocation> revocations() {
    return Combinators.combine(
            Arbitraries.of(REVOCATIONS),
            Arbitraries.of(Channel.class),
            Arbitraries.of(addresses()),
            topics())
        .as(Revocation::new);
  }

  private static Arbitrary<ContentAbility> content() {
    return Combinators.combine(
            mostly(EnumSet.allOf(Channel.class), Arbitraries.of(Channel.class).set().ofMinSize(1)),
            Arbitraries.of(ChatTemplate.class))
        .as(ContentAbility::new);
  }

  private static Arbitrary<ConsentTopic> topics() {
    return Arbitraries.of(
        ConsentTopic.ALL,
        ConsentTopic.MARKETING,
        new ConsentTopic("offers"),
        new ConsentTopic("recipes"));
  }

  private static List<String> addresses() {
    return List.of("one", "two");
  }

  private static <T> Arbitrary<T> mostly(T usual, Arbitrary<T> any) {
    return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(usual)), Tuple.of(1, any));
  }
}

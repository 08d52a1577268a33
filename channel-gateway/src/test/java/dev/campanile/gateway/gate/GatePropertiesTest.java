package dev.campanile.gateway.gate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.gate.Worlds.World;
import dev.campanile.gateway.quiethours.QuietHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What holds for any message in any situation, said again without the gate's own words. */
class GatePropertiesTest {

  private final Gate gate = new Gate(new QuietHours(), AllowList.ofEverybody());

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  void alwaysDecidesAndAlwaysTheSame(@ForAll("worlds") World world) {
    Decision decision = decide(world);

    assertThat(decide(world)).isEqualTo(decision);
    Statistics.collect(decision.verdict().getClass().getSimpleName());
    Statistics.coverage(
        cases -> {
          cases.check("Send").percentage(share -> share > 3);
          cases.check("Defer").percentage(share -> share > 3);
          cases.check("Skip").percentage(share -> share > 3);
        });
  }

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  void whatIsStoredAsANumberIsReadAsItWas(@ForAll("worlds") World world) {
    Decision decision = decide(world);
    Integer plain = PlainPass.number(decision.trace());

    Statistics.collect(plain == null ? "told" : "plain");
    Statistics.coverage(cases -> cases.check("plain").percentage(share -> share > 1));
    if (plain != null) {
      var sent = (Verdict.Send) decision.verdict();
      Trace trace = decision.trace();
      assertThat(
              PlainPass.trace(
                  plain,
                  trace.decidedAt(),
                  requireNonNull(trace.cardVersion()),
                  sent.channel(),
                  sent.address()))
          .isEqualTo(trace);
    }
  }

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  void neverSendsAgainstANo(@ForAll("worlds") World world) {
    if (decide(world).verdict() instanceof Verdict.Send(var channel, var address)) {
      var category = world.message().category();
      var card = card(world);
      var chosen = firstValid(card, channel);

      assertThat(chosen.address()).isEqualTo(address);
      assertThat(chosen.suppression()).isNotEqualTo(SuppressionReason.HARD);
      var noes = new ArrayList<>(optedOut(chosen));
      noes.addAll(revoked(world, card, channel, address));
      assertThat(noes).noneMatch(no -> forbids(no, category, channel, topic(world)));
    }
  }

  @Property(tries = 2500, edgeCases = EdgeCasesMode.NONE)
  void neverAdvertisesWithoutAYesOrDuringACase(@ForAll("worlds") World world) {
    if (advertises(world.message().category())
        && decide(world).verdict() instanceof Verdict.Send(var channel, _)) {
      var card = card(world);

      assertThat(firstValid(card, channel).suppression()).isNull();
      assertThat(card.openCases()).isEmpty();
      assertThat(firstValid(card, channel).consents())
          .anyMatch(
              it ->
                  Set.of(ConsentState.OPTED_IN, ConsentState.IMPLIED).contains(it.state())
                      && List.of(ConsentTopic.MARKETING, topic(world)).contains(it.topic()));
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void neverSendsWhereEveryAddressIsSuppressedForGood(@ForAll("worlds") World world) {
    var suppressed =
        addresses(
            world,
            it ->
                new ContactAddress(
                    it.channel(), it.address(), it.valid(), SuppressionReason.HARD, it.consents()));

    assertThat(decide(suppressed).verdict()).isNotInstanceOf(Verdict.Send.class);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void neverSendsMoreThanTransactionalMailAfterAStopToEverything(@ForAll("worlds") World world) {
    var stopped =
        addresses(
            world,
            it ->
                new ContactAddress(
                    it.channel(),
                    it.address(),
                    it.valid(),
                    it.suppression(),
                    List.of(
                        new Consent(ConsentTopic.MARKETING, ConsentState.OPTED_IN),
                        new Consent(ConsentTopic.ALL, ConsentState.OPTED_OUT))));

    if (decide(stopped).verdict() instanceof Verdict.Send(var channel, _)) {
      assertThat(world.message().category()).isEqualTo(Category.TRANSACTIONAL);
      assertThat(channel).isIn(Channel.EMAIL, Channel.PUSH);
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void sendsOnlyOnAChannelThatIsPlannedWrittenForAndNotRefused(@ForAll("worlds") World world) {
    if (decide(world).verdict() instanceof Verdict.Send(var channel, _)) {
      assertThat(world.message().refusedChannels()).doesNotContain(channel);
      assertThat(world.context().content().channels()).contains(channel);
      assertThat(world.message().plan())
          .anyMatch(it -> Set.of("PREFERRED", channel.name()).contains(it.name()));
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void asksAgainInTheFutureAndBeforeTheMessageIsWorthNothing(@ForAll("worlds") World world) {
    if (decide(world).verdict() instanceof Verdict.Defer(_, _, var until)) {
      assertThat(until)
          .isAfter(world.context().now())
          .isBeforeOrEqualTo(world.message().expiresAt());
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void doesNotDependOnTheOrderInWhichConsentsCasesAndRevocationsAreListed(
      @ForAll("worlds") World world) {
    assertThat(decide(reversed(world)).verdict()).isEqualTo(decide(world).verdict());
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void explainsEveryRefusal(@ForAll("worlds") World world) {
    Decision decision = decide(world);
    Trace trace = decision.trace();

    switch (decision.verdict()) {
      case Verdict.Send(var channel, _) -> {
        assertThat(trace.candidates().getLast().channel()).isEqualTo(channel);
        assertThat(trace.candidates().getLast().refused()).isNull();
      }
      case Verdict.Defer(var channel, var reason, _) ->
          assertThat(lastRefusal(trace, channel == null).reason()).isEqualTo(reason);
      case Verdict.Skip(var channel, var reason) ->
          assertThat(lastRefusal(trace, channel == null).reason()).isEqualTo(reason);
    }
  }

  private static Trace.Refused lastRefusal(Trace trace, boolean asAWhole) {
    var refused = asAWhole ? trace.refused() : trace.candidates().getLast().refused();
    assertThat(requireNonNull(refused).detail()).isNotBlank();
    return refused;
  }

  @Provide
  Arbitrary<World> worlds() {
    return Worlds.any();
  }

  private Decision decide(World world) {
    return gate.decide(world.message(), world.context());
  }

  private static boolean advertises(Category category) {
    return category == Category.MARKETING || category == Category.SURVEY;
  }

  private static boolean forbids(
      ConsentTopic no, Category category, Channel channel, ConsentTopic about) {
    boolean everything = no.equals(ConsentTopic.ALL);
    return switch (category) {
      case TRANSACTIONAL -> everything && Set.of(Channel.SMS, Channel.CHAT).contains(channel);
      case SERVICE -> everything;
      case SURVEY, MARKETING -> everything || no.equals(ConsentTopic.MARKETING) || no.equals(about);
    };
  }

  private static List<ConsentTopic> optedOut(ContactAddress address) {
    return address.consents().stream()
        .filter(it -> it.state() == ConsentState.OPTED_OUT)
        .map(Consent::topic)
        .toList();
  }

  private static List<ConsentTopic> revoked(
      World world, ContactCard card, Channel channel, String address) {
    List<UUID> known = card.foldedRevocations();
    return world.context().revocations().stream()
        .filter(it -> it.channel() == channel && it.address().equals(address))
        .filter(it -> !known.contains(it.id()))
        .map(Revocation::topic)
        .toList();
  }

  private static ConsentTopic topic(World world) {
    ConsentTopic topic = world.message().topic();
    return topic == null ? ConsentTopic.MARKETING : topic;
  }

  private static ContactCard card(World world) {
    return ((CardState.Known) world.context().card()).card();
  }

  private static ContactAddress firstValid(ContactCard card, Channel channel) {
    return card.addresses().stream()
        .filter(it -> it.channel() == channel && it.valid())
        .findFirst()
        .orElseThrow();
  }

  private static World reversed(World world) {
    World changed =
        addresses(
            world,
            it ->
                new ContactAddress(
                    it.channel(),
                    it.address(),
                    it.valid(),
                    it.suppression(),
                    it.consents().reversed()));
    return changed.with(changed.context().revocations().reversed());
  }

  private static World addresses(World world, UnaryOperator<ContactAddress> change) {
    return world.withCard(
        card ->
            new ContactCard(
                card.profileId(),
                card.version(),
                card.locale(),
                card.country(),
                card.zones(),
                card.preferredChannel(),
                card.tracking(),
                card.addresses().stream().map(change).toList(),
                card.openCases().reversed(),
                card.foldedRevocations()));
  }
}

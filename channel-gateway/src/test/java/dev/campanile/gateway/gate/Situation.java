package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.gateway.quiethours.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The world around one message: by default noon of a Tuesday, and nothing is the matter. */
final class Situation {

  private static final QuietHours QUIET_HOURS = new QuietHours();

  private AllowList allowList = AllowList.ofEverybody();
  private Instant now = Letter.NOON;
  private RunState run = RunState.RUNNING;
  private CardState card = new CardState.Missing();
  private Duration sinceHeartbeat = Duration.ofSeconds(2);
  private boolean heard = true;
  private final List<Revocation> revocations = new ArrayList<>();
  private Set<Channel> written = EnumSet.allOf(Channel.class);
  private ChatTemplate template = ChatTemplate.NONE;
  private final Map<String, Instant> lastInbound = new HashMap<>();
  private final Map<Channel, Set<String>> claimed = new EnumMap<>(Channel.class);

  static Situation given(Customer customer) {
    return given(new CardState.Known(customer.card()));
  }

  static Situation given(CardState card) {
    Situation situation = new Situation();
    situation.card = card;
    return situation;
  }

  /** The message names an address that nobody waits for a card of. */
  static Situation givenAddress(Customer reader) {
    return given(new CardState.OfAddress(reader.card(), 7));
  }

  Situation allowing(String... addresses) {
    allowList = AllowList.of(List.of(addresses));
    return this;
  }

  Situation at(Instant now) {
    this.now = now;
    return this;
  }

  Situation whileRunIs(RunState run) {
    this.run = run;
    return this;
  }

  Situation lastHeard(Duration ago) {
    sinceHeartbeat = ago;
    return this;
  }

  Situation neverHeard() {
    heard = false;
    return this;
  }

  Situation afterRevocation(Revocation revocation) {
    revocations.add(revocation);
    return this;
  }

  Situation writtenFor(Channel... channels) {
    written = Set.of(channels);
    return this;
  }

  Situation withTemplate(ChatTemplate template) {
    this.template = template;
    return this;
  }

  Situation wrote(String chatAddress, Duration ago) {
    lastInbound.put(chatAddress, now.minus(ago));
    return this;
  }

  Situation claimed(Channel channel, String address) {
    claimed.computeIfAbsent(channel, _ -> new HashSet<>()).add(address);
    return this;
  }

  Decision send(Letter letter) {
    return new Gate(QUIET_HOURS, allowList).decide(letter.message(), context());
  }

  DecisionAssert sending(Letter letter) {
    return new DecisionAssert(send(letter));
  }

  private GateContext context() {
    return new GateContext(
        now,
        run,
        card,
        heartbeat(),
        revocations,
        new ContentAbility(written, template),
        lastInbound,
        claimed);
  }

  private @Nullable Instant heartbeat() {
    return heard ? now.minus(sinceHeartbeat) : null;
  }

  static Revocation revocation(Channel channel, String address, ConsentTopic topic) {
    return new Revocation(new UUID(7, topic.hashCode()), channel, address, topic);
  }
}

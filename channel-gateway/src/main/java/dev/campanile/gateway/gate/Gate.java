package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.quiethours.QuietHours;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides about one message. Pure: the same message and context always get the same decision.
 *
 * <p>The channels of the plan are asked in order. The first that passes every check gets the
 * message; the first that must wait defers it; when all refuse, the last one's reason is reported.
 * That a message is no duplicate is not asked here: the ledger's key on its id says so.
 */
@Singleton
public final class Gate {

  /** Marketing stops when profile-service was last heard of longer ago than this. */
  public static final Duration HEARTBEAT_AGE = Duration.ofSeconds(30);

  private final List<MessageCheck> oncePerMessage;
  private final List<ChannelCheck> perChannel;

  /** All checks in the order they are asked; the address is found before those of a channel. */
  public Gate(QuietHours quietHours, AllowList allowList) {
    oncePerMessage =
        List.of(new ExpiryCheck(), new RunCheck(), new ErasureCheck(), new CardCheck());
    perChannel =
        List.of(
            new RecipientCheck(allowList),
            new SuppressionCheck(),
            new RevocationCheck(),
            new ConsentCheck(),
            new OpenCaseCheck(),
            new QuietHoursCheck(quietHours),
            new ChatWindowCheck(),
            new SharedAddressCheck());
  }

  /** Whether a message waits for a word from profile-service: consent may have changed unheard. */
  public static boolean asksForHeartbeat(Category category) {
    return switch (category) {
      case TRANSACTIONAL, SERVICE -> false;
      case SURVEY, MARKETING -> true;
    };
  }

  /** Never throws, whatever the card holds. */
  public Decision decide(GateMessage message, GateContext context) {
    Hearing hearing = new Hearing();
    for (MessageCheck check : oncePerMessage) {
      hearing.put(check.question(), () -> check.ask(message, context));
    }
    Refusal refusal = hearing.refusal();
    if (refusal != null) {
      return decision(verdict(message, null, refusal), hearing, List.of(), List.of(), context);
    }
    ContactCard card = context.card().readable();
    if (card == null) {
      throw new IllegalStateException("the checks before let nobody pass without a card");
    }
    return onSomeChannel(message, context, card, hearing);
  }

  private Decision onSomeChannel(
      GateMessage message, GateContext context, ContactCard card, Hearing hearing) {
    ChannelPlan plan = ChannelPlan.of(message, context.content(), card);
    List<Trace.Candidate> heard = new ArrayList<>();
    for (Channel channel : plan.candidates()) {
      Heard candidate = hear(channel, message, context, card);
      heard.add(candidate.trace());
      boolean refused = candidate.verdict() instanceof Verdict.Skip;
      if (!refused || heard.size() == plan.candidates().size()) {
        return decision(candidate.verdict(), hearing, heard, plan.passedOver(), context);
      }
    }
    Refusal nowhere = new Refusal.No(Reason.NO_ADDRESS, "the plan leaves no channel to try");
    hearing.put(Question.ADDRESS, () -> nowhere);
    return decision(verdict(message, null, nowhere), hearing, heard, plan.passedOver(), context);
  }

  private Heard hear(Channel channel, GateMessage message, GateContext context, ContactCard card) {
    Hearing hearing = new Hearing();
    return switch (AddressSearch.on(channel, card)) {
      case AddressSearch.NotFound(var refusal) -> {
        hearing.put(Question.ADDRESS, () -> refusal);
        yield new Heard(verdict(message, channel, refusal), trace(channel, null, hearing));
      }
      case AddressSearch.Found(var address) -> {
        hearing.put(Question.ADDRESS, () -> null);
        Candidate candidate = new Candidate(message, context, card, address);
        for (ChannelCheck check : perChannel) {
          hearing.put(check.question(), () -> check.ask(candidate));
        }
        Refusal refusal = hearing.refusal();
        yield new Heard(
            refusal == null
                ? new Verdict.Send(channel, address.address())
                : verdict(message, channel, refusal),
            trace(channel, address, hearing));
      }
    };
  }

  /** Asks again at the latest when the message expires, so that it does not lie about unsettled. */
  private static Verdict verdict(GateMessage message, @Nullable Channel channel, Refusal refusal) {
    return switch (refusal) {
      case Refusal.No no -> new Verdict.Skip(channel, no.reason());
      case Refusal.NotYet(var reason, _, var until) -> {
        Instant expiresAt = message.expiresAt();
        yield new Verdict.Defer(channel, reason, until.isBefore(expiresAt) ? until : expiresAt);
      }
    };
  }

  private static Trace.Candidate trace(
      Channel channel, @Nullable ContactAddress address, Hearing hearing) {
    return new Trace.Candidate(
        channel,
        address == null ? null : MaskedAddress.of(address.address()),
        hearing.passed(),
        hearing.refused());
  }

  private static Decision decision(
      Verdict verdict,
      Hearing hearing,
      List<Trace.Candidate> candidates,
      List<Trace.PassedOver> passedOver,
      GateContext context) {
    return new Decision(
        verdict,
        new Trace(
            context.now(),
            context.card() instanceof CardState.Known(var card) ? card.version() : null,
            hearing.passed(),
            hearing.refused(),
            candidates,
            passedOver));
  }

  /** What came of one channel. */
  private record Heard(Verdict verdict, Trace.Candidate trace) {}
}

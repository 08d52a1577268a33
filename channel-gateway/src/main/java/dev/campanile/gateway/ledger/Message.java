package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.GateMessage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One intent to tell one customer one thing, and how far it came. */
public record Message(Intent intent, Progress progress) {

  /** As it is before the gate has seen it. */
  public static Message requested(Intent intent) {
    return new Message(intent, Progress.none(intent.arrivedAt()));
  }

  public MessageId id() {
    return intent.id();
  }

  /** An author looks at a content: marked wherever it is seen, and counted nowhere. */
  public boolean isTest() {
    return switch (intent.source()) {
      case Source.Test _ -> true;
      case Source.Campaign _, Source.Transactional _ -> false;
    };
  }

  public MessageState state() {
    return progress.state();
  }

  /** Whether the gate's decision stands, and nothing has happened to the message since. */
  public boolean isAsDecided(@Nullable Message decided) {
    return decided != null
        && state() == MessageState.RESERVED
        && progress.revision() == decided.progress().revision();
  }

  public MessageRef ref() {
    return new MessageRef(
        intent.id(), intent.profileId(), intent.source(), intent.plannedOn(), progress.revision());
  }

  public GateMessage forGate() {
    return new GateMessage(
        intent.id(),
        intent.profileId(),
        intent.source(),
        intent.category(),
        intent.topic(),
        intent.plan(),
        intent.expiresAt(),
        intent.cardVersion(),
        intent.arrivedAt(),
        progress.refusedChannels());
  }

  /** The same, as START_SENDING wrote it ahead. */
  public Message started(Instant now) {
    return new Message(intent, progress.started(now));
  }

  /** The same, with one channel fewer to go; not a change of state. */
  public Message withoutChannel(Channel refused) {
    return new Message(intent, progress.refusedOn(refused));
  }

  Message with(ProgressDraft draft) {
    return new Message(intent, draft.done());
  }

  /** Empty when it changes nothing. */
  Optional<ProgressDraft> after(Occurrence occurrence, Instant now) {
    return Transitions.from(state(), occurrence)
        .map(next -> new ProgressDraft(progress, next, now));
  }

  /** For what the caller knows to be possible. */
  ProgressDraft moved(Occurrence occurrence, Instant now) {
    return after(occurrence, now)
        .orElseThrow(
            () ->
                new IllegalStateException(id() + ": " + occurrence + " cannot follow " + state()));
  }

  /** Where it goes or was last sent. */
  public Channel sentOn() {
    return Objects.requireNonNull(progress.channel(), "what was sent has a channel");
  }
}

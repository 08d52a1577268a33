package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact the gateway tells: of a message, or of a customer's answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Receipt.Skipped.class, name = "SKIPPED"),
  @JsonSubTypes.Type(value = Receipt.Deferred.class, name = "DEFERRED"),
  @JsonSubTypes.Type(value = Receipt.Accepted.class, name = "ACCEPTED"),
  @JsonSubTypes.Type(value = Receipt.Delivered.class, name = "DELIVERED"),
  @JsonSubTypes.Type(value = Receipt.Bounced.class, name = "BOUNCED"),
  @JsonSubTypes.Type(value = Receipt.Complained.class, name = "COMPLAINED"),
  @JsonSubTypes.Type(value = Receipt.Failed.class, name = "FAILED"),
  @JsonSubTypes.Type(value = Receipt.Unknown.class, name = "UNKNOWN"),
  @JsonSubTypes.Type(value = Receipt.Uncertain.class, name = "UNCERTAIN"),
  @JsonSubTypes.Type(value = Receipt.Opened.class, name = "OPENED"),
  @JsonSubTypes.Type(value = Receipt.Clicked.class, name = "CLICKED"),
  @JsonSubTypes.Type(value = Receipt.AddressRefused.class, name = "ADDRESS_REFUSED"),
  @JsonSubTypes.Type(value = Receipt.Revoked.class, name = "REVOKED"),
  @JsonSubTypes.Type(value = Receipt.Restored.class, name = "RESTORED"),
  @JsonSubTypes.Type(value = Receipt.InboundReceived.class, name = "INBOUND_RECEIVED")
})
public sealed interface Receipt {

  Instant at();

  /** A change of a message's state. */
  sealed interface OfMessage extends Receipt {
    MessageRef message();

    /** The channel it happened on; none when no channel was reached. */
    @Nullable Channel channel();
  }

  /** The gate refused it for good. */
  record Skipped(MessageRef message, @Nullable Channel channel, Reason reason, Instant at)
      implements OfMessage {
    public Skipped {
      requireNonNull(message);
      requireNonNull(reason);
      requireNonNull(at);
    }
  }

  /** It waits and goes through the gate again, from the top. */
  record Deferred(
      MessageRef message, @Nullable Channel channel, Reason reason, Instant until, Instant at)
      implements OfMessage {
    public Deferred {
      requireNonNull(message);
      requireNonNull(reason);
      requireNonNull(until);
      requireNonNull(at);
    }
  }

  /** The provider took it over. */
  record Accepted(
      MessageRef message,
      Channel channel,
      int attempt,
      @Nullable String providerId,
      boolean possibleDuplicate,
      Instant at)
      implements OfMessage {
    public Accepted {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(at);
    }
  }

  /** The provider says it reached the handset or inbox. */
  record Delivered(MessageRef message, Channel channel, int attempt, Instant at)
      implements OfMessage {
    public Delivered {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(at);
    }
  }

  /** Accepted first, then returned or reported undeliverable. */
  record Bounced(MessageRef message, Channel channel, int attempt, String code, Instant at)
      implements OfMessage {
    public Bounced {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(code);
      requireNonNull(at);
    }
  }

  /** The customer reported it as unwanted. */
  record Complained(MessageRef message, Channel channel, int attempt, Instant at)
      implements OfMessage {
    public Complained {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(at);
    }
  }

  /** No channel of the plan took it. */
  record Failed(
      MessageRef message, @Nullable Channel channel, Reason reason, String answer, Instant at)
      implements OfMessage {
    public Failed {
      requireNonNull(message);
      requireNonNull(reason);
      requireNonNull(answer);
      requireNonNull(at);
    }
  }

  /** It may have left; being reconciled. */
  record Unknown(MessageRef message, Channel channel, int attempt, Instant at)
      implements OfMessage {
    public Unknown {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(at);
    }
  }

  /** It may have left, and nobody will ever know. */
  record Uncertain(MessageRef message, Channel channel, int attempt, Instant at)
      implements OfMessage {
    public Uncertain {
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(at);
    }
  }

  /** A message was read, or something acted as if; changes nothing of its state. */
  sealed interface Reading extends Receipt {
    /** Drawn once for each; the same comes again as the same. */
    UUID eventId();

    MessageRef message();

    Channel channel();

    Reader reader();
  }

  /** Its pixel was fetched. */
  record Opened(UUID eventId, MessageRef message, Channel channel, Reader reader, Instant at)
      implements Reading {
    public Opened {
      requireNonNull(eventId);
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(reader);
      requireNonNull(at);
    }
  }

  /**
   * One of its links was followed.
   *
   * @param link id of the {@link ContentVersion.Link}
   */
  record Clicked(
      UUID eventId, MessageRef message, Channel channel, String link, Reader reader, Instant at)
      implements Reading {
    public Clicked {
      requireNonNull(eventId);
      requireNonNull(message);
      requireNonNull(channel);
      requireNonNull(link);
      requireNonNull(reader);
      requireNonNull(at);
    }
  }

  /** Who opens or clicks. */
  enum Reader {
    /** A person, as far as can be told. */
    HUMAN,
    /** A mail provider's image proxy on behalf of a person who looks: a real open. */
    PROXY,
    /** A machine that fetches everything ahead, whether or not anybody ever looks. */
    PREFETCH,
    /** A security scanner that looks before the person does. */
    SCANNER
  }

  /** An address must not be written to any more; binds every profile that holds it. */
  record AddressRefused(
      Channel channel, String address, SuppressionReason suppression, String code, Instant at)
      implements Receipt {
    public AddressRefused {
      requireNonNull(channel);
      requireNonNull(address);
      requireNonNull(suppression);
      requireNonNull(code);
      requireNonNull(at);
    }
  }

  /**
   * A customer said no. Binds every profile that holds the address; the profile's next card lists
   * the id as folded in.
   *
   * @param cause how it was said, for the consent ledger
   */
  record Revoked(
      UUID revocationId,
      Channel channel,
      String address,
      ConsentTopic topic,
      Cause cause,
      String evidence,
      Instant at)
      implements Receipt {
    public Revoked {
      requireNonNull(revocationId);
      requireNonNull(channel);
      requireNonNull(address);
      requireNonNull(topic);
      requireNonNull(cause);
      requireNonNull(evidence);
      requireNonNull(at);
    }

    public enum Cause {
      KEYWORD,
      ONE_CLICK,
      UNSUBSCRIBE_PAGE,
      COMPLAINT,
      PROVIDER
    }
  }

  /**
   * A customer took a no back, by START: what STOP took is given back, and nothing else.
   *
   * @param revocationIds what it lifts
   */
  record Restored(
      UUID restorationId,
      Channel channel,
      String address,
      ConsentTopic topic,
      List<UUID> revocationIds,
      String evidence,
      Instant at)
      implements Receipt {
    public Restored {
      requireNonNull(restorationId);
      requireNonNull(channel);
      requireNonNull(address);
      requireNonNull(topic);
      revocationIds = List.copyOf(revocationIds);
      requireNonNull(evidence);
      requireNonNull(at);
    }
  }

  /** A customer wrote. */
  record InboundReceived(
      UUID inboundId, Channel channel, String from, String to, String text, Instant at)
      implements Receipt {
    public InboundReceived {
      requireNonNull(inboundId);
      requireNonNull(channel);
      requireNonNull(from);
      requireNonNull(to);
      requireNonNull(text);
      requireNonNull(at);
    }
  }
}

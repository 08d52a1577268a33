package dev.campanile.gateway.unsubscribe;

import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.gateway.unsubscribe.UnsubscribeTargets.Target;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps the no of one link. */
@ApplicationScoped
class Unsubscription {

  /** A second press of the same button says nothing new. */
  private static final Duration SAME_PRESS = Duration.ofMinutes(1);

  private final Database database;
  private final Revocations revocations;
  private final InstantSource clock;

  Unsubscription(Database database, Revocations revocations, InstantSource clock) {
    this.database = database;
    this.revocations = revocations;
    this.clock = clock;
  }

  void unsubscribe(MessageId message, Target target, Cause cause) {
    ConsentTopic topic = target.topic() == null ? ConsentTopic.MARKETING : target.topic();
    Instant now = clock.instant();
    database.inTransaction(
        handle -> {
          if (!revocations.keptSince(
              handle, target.channel(), target.address(), topic, now.minus(SAME_PRESS))) {
            revocations.add(
                handle,
                new NewRevocation(
                    target.channel(), target.address(), topic, cause, "message " + message, now));
          }
        });
  }
}

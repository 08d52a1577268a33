package dev.campanile.gateway.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.keyword.Intent;
import dev.campanile.gateway.keyword.Keywords;
import dev.campanile.gateway.review.StopReviews;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Restorations;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes in what customers write, once each: a stop is kept, the chat window opened and the others
 * told in the one transaction that stores the message.
 */
@ApplicationScoped
public class Inbox {

  private static final String STORE =
      """
      insert into inbound (id, provider_id, channel, sender, recipient, body, intent, reply, received_at)
      values (:id, :providerId, :channel, :sender, :recipient, :body, :intent, :reply, :at)
      on conflict (provider_id) do nothing
      """;

  private static final String REPLIED =
      "select reply from inbound where provider_id = :providerId and reply is not null";

  private final Database database;
  private final Keywords keywords;
  private final Revocations revocations;
  private final Restorations restorations;
  private final StopReviews reviews;
  private final ChatWindows windows;
  private final Replies replies;
  private final Correspondence correspondence;
  private final Outbox outbox;

  Inbox(
      Database database,
      Keywords keywords,
      Revocations revocations,
      Restorations restorations,
      StopReviews reviews,
      ChatWindows windows,
      Replies replies,
      Correspondence correspondence,
      Outbox outbox) {
    this.database = database;
    this.keywords = keywords;
    this.revocations = revocations;
    this.restorations = restorations;
    this.reviews = reviews;
    this.windows = windows;
    this.replies = replies;
    this.correspondence = correspondence;
    this.outbox = outbox;
  }

  /**
   * Takes it in, and says what to answer. Told again, a message changes nothing and is answered the
   * same: the provider asks again only when it did not get the first answer.
   */
  Optional<String> receive(InboundMessage message) {
    Intent understood = message.understood();
    Intent intent = understood == null ? keywords.interpret(message.text()) : understood;
    return database.transaction(handle -> receive(handle, message, intent));
  }

  private Optional<String> receive(Handle handle, InboundMessage message, Intent intent) {
    UUID id = UUID.nameUUIDFromBytes(("inbound|" + message.providerId()).getBytes(UTF_8));
    Optional<String> reply =
        replies.to(
            intent,
            message,
            restorations.standsByStop(handle, message.channel(), message.from()),
            correspondence.of(handle, message));
    if (!store(handle, id, message, intent, reply)) {
      return handle
          .createQuery(REPLIED)
          .bind("providerId", message.providerId())
          .mapTo(String.class)
          .findOne();
    }
    if (message.channel() == Channel.CHAT) {
      windows.open(handle, message.from(), message.to(), message.at());
    }
    outbox.add(handle, Revocations.receipts(message.from(), receipts(handle, id, message, intent)));
    return reply;
  }

  private static boolean store(
      Handle handle, UUID id, InboundMessage message, Intent intent, Optional<String> reply) {
    return handle
            .createUpdate(STORE)
            .bind("id", id)
            .bind("providerId", message.providerId())
            .bind("channel", message.channel())
            .bind("sender", message.from())
            .bind("recipient", message.to())
            .bind("body", message.text())
            .bind("intent", intent.getClass().getSimpleName())
            .bind("reply", reply.orElse(null))
            .bind("at", message.at())
            .execute()
        > 0;
  }

  private List<Receipt> receipts(Handle handle, UUID id, InboundMessage message, Intent intent) {
    List<Receipt> receipts = new ArrayList<>();
    receipts.add(
        new Receipt.InboundReceived(
            id, message.channel(), message.from(), message.to(), message.text(), message.at()));
    switch (intent) {
      case Intent.Stop stop -> receipts.add(revoke(handle, message, "keyword " + stop.word(), id));
      case Intent.SoftStop soft -> {
        Receipt.Revoked no = revoke(handle, message, "asked by: " + soft.phrase(), id);
        reviews.add(handle, id, no, soft.phrase());
        receipts.add(no);
      }
      case Intent.Start start ->
          restorations
              .lift(
                  handle,
                  message.channel(),
                  message.from(),
                  "keyword " + start.word() + ", inbound " + id,
                  message.at())
              .ifPresent(receipts::add);
      case Intent.Help _, Intent.None _ -> {}
    }
    return receipts;
  }

  private Receipt.Revoked revoke(
      Handle handle, InboundMessage message, String how, UUID inboundId) {
    return revocations.keep(
        handle,
        new NewRevocation(
            message.channel(),
            message.from(),
            ConsentTopic.ALL,
            Cause.KEYWORD,
            how + ", inbound " + inboundId,
            message.at()));
  }
}

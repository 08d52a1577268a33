package dev.campanile.gateway.contact;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.gate.Revocation;
import dev.campanile.gateway.revocation.NewRevocation;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What providers teach about addresses binds at once, here, and then everywhere. */
@ApplicationScoped
public class Lessons {

  private final SuppressionRepository suppressions;
  private final Revocations revocations;

  Lessons(SuppressionRepository suppressions, Revocations revocations) {
    this.suppressions = suppressions;
    this.revocations = revocations;
  }

  /**
   * @param code the provider's
   * @param evidence where it was learned, without personal data
   */
  public record Lesson(
      Channel channel,
      String address,
      AddressFinding finding,
      String code,
      String evidence,
      Instant at) {}

  /** Answers what the others must hear of it; the caller adds it to the outbox, last. */
  public List<OutgoingRecords> learn(Handle handle, Collection<Lesson> lessons) {
    Map<String, List<Receipt>> receipts = new TreeMap<>();
    List<Receipt.AddressRefused> refused = new ArrayList<>();
    for (Lesson lesson : lessons) {
      switch (lesson.finding()) {
        case AddressFinding.Nothing _ -> {}
        case AddressFinding.Suppress(var reason) ->
            refused.add(
                new Receipt.AddressRefused(
                    lesson.channel(), lesson.address(), reason, lesson.code(), lesson.at()));
        case AddressFinding.OptedOut _ -> optOut(handle, lesson, receipts);
      }
    }
    suppressions.keep(handle, refused);
    refused.forEach(it -> receipts.computeIfAbsent(it.address(), _ -> new ArrayList<>()).add(it));
    return receipts.entrySet().stream()
        .map(entry -> Revocations.receipts(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void optOut(Handle handle, Lesson lesson, Map<String, List<Receipt>> receipts) {
    boolean known =
        revocations.activeAt(handle, List.of(lesson.address())).stream()
            .filter(it -> it.channel() == lesson.channel())
            .map(Revocation::topic)
            .anyMatch(ConsentTopic.ALL::equals);
    if (known) {
      return;
    }
    Receipt.Revoked revoked =
        revocations.keep(
            handle,
            new NewRevocation(
                lesson.channel(),
                lesson.address(),
                ConsentTopic.ALL,
                Receipt.Revoked.Cause.PROVIDER,
                lesson.evidence(),
                lesson.at()));
    receipts.computeIfAbsent(lesson.address(), _ -> new ArrayList<>()).add(revoked);
  }
}

package dev.campanile.gateway.reconcile;

import dev.campanile.gateway.channel.DeliveryReport;
import dev.campanile.gateway.channel.DeliveryReports;
import dev.campanile.gateway.contact.Lessons;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.gateway.ledger.Reported;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Folds what providers tell later into the ledger. */
@ApplicationScoped
class LedgerReports implements DeliveryReports {

  private final Database database;
  private final MessageLedger ledger;
  private final Lessons lessons;
  private final Outgoing outgoing;

  LedgerReports(Database database, MessageLedger ledger, Lessons lessons, Outgoing outgoing) {
    this.database = database;
    this.ledger = ledger;
    this.lessons = lessons;
    this.outgoing = outgoing;
  }

  @Override
  public void report(DeliveryReport report) {
    database.inTransaction(handle -> report(handle, report));
  }

  private void report(Handle handle, DeliveryReport report) {
    List<Message> found = ledger.lock(handle, List.of(report.messageId()));
    if (found.isEmpty() || !Reported.isAboutOurs(report, found.getFirst())) {
      return;
    }
    Message message = found.getFirst();
    List<Change> changes = Reported.change(report, message).stream().toList();
    ledger.saveAttempts(handle, List.of(Reported.attempt(report, message)));
    ledger.save(handle, changes);
    outgoing.tell(
        handle, changes, changes.isEmpty() ? List.of() : learned(handle, report, message));
  }

  private List<OutgoingRecords> learned(Handle handle, DeliveryReport report, Message message) {
    String address = message.progress().address();
    String code = report.code();
    // The address is the last attempt's; of an earlier one on another channel it says nothing.
    if (address == null || code == null || message.progress().channel() != report.channel()) {
      return List.of();
    }
    return lessons.learn(
        handle,
        List.of(
            new Lessons.Lesson(
                report.channel(),
                address,
                report.address(),
                code,
                "message " + report.messageId(),
                report.at())));
  }
}

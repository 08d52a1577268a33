package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.content.Contents;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.gateway.unsubscribe.UnsubscribeTargets;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a message went to, for the link that says no. */
@ApplicationScoped
class LedgerTargets implements UnsubscribeTargets {

  private final Database database;
  private final MessageLedger ledger;
  private final Contents contents;

  LedgerTargets(Database database, MessageLedger ledger, Contents contents) {
    this.database = database;
    this.ledger = ledger;
    this.contents = contents;
  }

  @Override
  public Optional<Target> of(MessageId message) {
    return database
        .read(handle -> ledger.find(handle, message))
        .flatMap(it -> Optional.ofNullable(target(it)));
  }

  private @Nullable Target target(Message message) {
    Channel channel = message.progress().channel();
    String address = message.progress().address();
    String locale = message.progress().locale();
    ContentVersion content = contents.find(message.intent().content());
    if (channel == null || address == null || locale == null || content == null) {
      return null;
    }
    return new Target(channel, address, message.intent().topic(), content.brand().name(), locale);
  }
}

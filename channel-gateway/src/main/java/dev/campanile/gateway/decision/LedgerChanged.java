package dev.campanile.gateway.decision;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageState;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many messages came into which state in one transaction; an author's tests are not counted.
 */
public record LedgerChanged(Map<Into, Integer> messages) {

  /**
   * @param channel none when no channel was reached
   */
  public record Into(MessageState state, @Nullable Channel channel, Lane lane) {}

  static LedgerChanged by(Collection<Change> changes) {
    Map<Into, Integer> messages = new HashMap<>();
    for (Change change : changes) {
      Message after = change.after();
      if (!after.isTest()) {
        messages.merge(
            new Into(after.state(), after.progress().channel(), after.intent().lane()),
            1,
            Integer::sum);
      }
    }
    return new LedgerChanged(messages);
  }
}

package dev.campanile.campaign.receipt;

import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A batch, by what its receipts are applied to. Of a message only the newest state counts. In the
 * order of message ids, which is the order their rows are locked in.
 */
record SortedReceipts(
    Collection<Receipt.OfMessage> ofRuns,
    Collection<Receipt.OfMessage> transactional,
    List<Receipt.Reading> readings) {

  static SortedReceipts of(MessageReceipts batch) {
    SequencedMap<UUID, Receipt.OfMessage> ofRuns = new TreeMap<>();
    SequencedMap<UUID, Receipt.OfMessage> transactional = new TreeMap<>();
    List<Receipt.Reading> readings = new ArrayList<>();
    for (Receipt receipt : batch.items()) {
      switch (receipt) {
        case Receipt.OfMessage told -> {
          UUID message = told.message().id().value();
          switch (told.message().source()) {
            case Source.Campaign _ -> ofRuns.merge(message, told, SortedReceipts::newer);
            case Source.Transactional _ ->
                transactional.merge(message, told, SortedReceipts::newer);
            case Source.Test _ -> {}
          }
        }
        case Receipt.Reading reading -> {
          switch (reading.message().source()) {
            case Source.Campaign _, Source.Transactional _ -> readings.add(reading);
            case Source.Test _ -> {}
          }
        }
        case Receipt.AddressRefused _,
            Receipt.Revoked _,
            Receipt.Restored _,
            Receipt.InboundReceived _ -> {}
      }
    }
    return new SortedReceipts(ofRuns.values(), transactional.values(), readings);
  }

  private static Receipt.OfMessage newer(Receipt.OfMessage one, Receipt.OfMessage other) {
    return other.message().revision() > one.message().revision() ? other : one;
  }
}

package dev.campanile.campaign.receipt;

import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Batches, by what their receipts are applied to. Of a message only the newest state counts. In the
 * order of customers, which is near that of their rows and the one they are locked in.
 */
record SortedReceipts(
    List<Receipt.OfMessage> ofRuns,
    List<Receipt.OfMessage> transactional,
    List<Receipt.Reading> readings) {

  private static final Comparator<Receipt.OfMessage> LOCK_ORDER =
      Comparator.comparing((Receipt.OfMessage told) -> told.message().profileId().value())
          .thenComparing(told -> told.message().id().value());

  static SortedReceipts of(List<MessageReceipts> batches) {
    Map<UUID, Receipt.OfMessage> ofRuns = new HashMap<>();
    Map<UUID, Receipt.OfMessage> transactional = new HashMap<>();
    List<Receipt.Reading> readings = new ArrayList<>();
    for (MessageReceipts batch : batches) {
      for (Receipt receipt : batch.items()) {
        sort(receipt, ofRuns, transactional, readings);
      }
    }
    return new SortedReceipts(inLockOrder(ofRuns), inLockOrder(transactional), readings);
  }

  private static void sort(
      Receipt receipt,
      Map<UUID, Receipt.OfMessage> ofRuns,
      Map<UUID, Receipt.OfMessage> transactional,
      List<Receipt.Reading> readings) {
    switch (receipt) {
      case Receipt.OfMessage told -> {
        UUID message = told.message().id().value();
        switch (told.message().source()) {
          case Source.Campaign _ -> ofRuns.merge(message, told, SortedReceipts::newer);
          case Source.Transactional _ -> transactional.merge(message, told, SortedReceipts::newer);
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

  private static List<Receipt.OfMessage> inLockOrder(Map<UUID, Receipt.OfMessage> receipts) {
    return receipts.values().stream().sorted(LOCK_ORDER).toList();
  }

  private static Receipt.OfMessage newer(Receipt.OfMessage one, Receipt.OfMessage other) {
    return other.message().revision() > one.message().revision() ? other : one;
  }
}

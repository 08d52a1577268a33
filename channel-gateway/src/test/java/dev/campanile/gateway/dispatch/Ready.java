package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Brand;
import dev.campanile.rendering.Body;
import java.util.List;

/** Claimed messages, rendered to something. */
final class Ready {

  private static final Brand BRAND =
      new Brand("grocer", "Grocer", "hello@grocer.example", null, null, null);

  private Ready() {}

  static List<ReadyToSend> of(List<Claimed> claimed) {
    return claimed.stream()
        .map(it -> new ReadyToSend(it.message(), BRAND, new Body.Sms("Hello"), it.lease()))
        .toList();
  }
}

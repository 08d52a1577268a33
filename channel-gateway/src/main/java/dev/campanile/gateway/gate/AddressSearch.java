package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.Reason;
import java.util.List;

/** The first valid address of a channel, or why there is none. */
sealed interface AddressSearch {

  record Found(ContactAddress address) implements AddressSearch {}

  record NotFound(Refusal refusal) implements AddressSearch {}

  static AddressSearch on(Channel channel, ContactCard card) {
    List<ContactAddress> addresses =
        card.addresses().stream().filter(it -> it.channel() == channel).toList();
    if (addresses.isEmpty()) {
      return new NotFound(
          new Refusal.No(Reason.NO_ADDRESS, "the customer has no " + channel + " address"));
    }
    return addresses.stream()
        .filter(ContactAddress::valid)
        .findFirst()
        .<AddressSearch>map(Found::new)
        .orElseGet(
            () ->
                new NotFound(
                    new Refusal.No(
                        Reason.INVALID_ADDRESS,
                        "no " + channel + " address of the customer can be delivered to")));
  }
}

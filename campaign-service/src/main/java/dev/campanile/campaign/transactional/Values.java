package dev.campanile.campaign.transactional;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.customer.Customers;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a content's variables: what the request says, then what the customer's profile has. */
@ApplicationScoped
class Values {

  private final Customers customers;

  Values(Customers customers) {
    this.customers = customers;
  }

  /** Asks profile-service only when something is not in the request. */
  Filled of(CheckedRequest request, PublishedContent content) {
    Map<String, Object> said = new HashMap<>(request.data());
    said.keySet().retainAll(content.variables());
    List<String> open =
        content.variables().stream().filter(name -> !said.containsKey(name)).toList();
    Filled filled =
        switch (request.to()) {
          case Addressee.Address(var address) ->
              new Filled(
                  ProfileId.ofAddress(address.channel(), address.address()), 0, said, address);
          case Addressee.Customer(var named) -> ofCustomer(named, said, open);
        };
    refuseMissing(content, filled, request.to());
    return filled;
  }

  private Filled ofCustomer(
      SnapshotsRequested.Customer named, Map<String, Object> said, List<String> open) {
    ProfileId id = named.profileId();
    if (id != null && open.isEmpty()) {
      // The gate waits for the card, or says that there is none.
      return new Filled(id, 0, said, null);
    }
    Snapshot profile = customers.snapshot(named, open, "/to");
    Map<String, Object> all = new HashMap<>(profile.fields());
    all.putAll(said);
    return new Filled(profile.profileId(), profile.cardVersion(), all, null);
  }

  private static void refuseMissing(PublishedContent content, Filled filled, Addressee to) {
    List<FieldError> missing =
        content.required().stream()
            .filter(name -> !filled.data().containsKey(name))
            .map(name -> new FieldError("/data/" + name, detail(name, to)))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    List<String> names =
        missing.stream().map(e -> e.pointer().substring("/data/".length())).toList();
    Problem problem =
        Problem.of(
                422,
                "MISSING_VARIABLES",
                "The content "
                    + content.ref().key()
                    + " cannot be said without "
                    + String.join(", ", names)
                    + ". Send them in data, or give them a default in the content.")
            .with("missing", names);
    for (FieldError error : missing) {
      problem = problem.at(error.pointer(), error.detail());
    }
    throw problem;
  }

  private static String detail(String name, Addressee to) {
    return switch (to) {
      case Addressee.Address _ -> "`" + name + "` has no default: send it in data";
      case Addressee.Customer _ ->
          "`" + name + "` has no default, and the profile has none either: send it in data";
    };
  }

  /**
   * @param data plain JSON values by variable
   * @param address of a recipient without a profile
   */
  record Filled(
      ProfileId profileId,
      long cardVersion,
      Map<String, Object> data,
      @Nullable NamedAddress address) {

    Recipient recipient(MessageId id) {
      return new Recipient(id, profileId, cardVersion, data, address);
    }
  }
}

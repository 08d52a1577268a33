package dev.campanile.campaign.transactional;

import static java.util.Objects.requireNonNull;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.customer.Customers.Wanted;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A content's variables: what the request says of them, then what the customer's profile has.
 *
 * @param said the request's, as far as the content has them
 */
record Values(CheckedRequest request, PublishedContent content, Map<String, Object> said) {

  static Values of(CheckedRequest request, PublishedContent content) {
    Map<String, Object> said = new HashMap<>(request.data());
    said.keySet().retainAll(content.variables());
    return new Values(request, content, said);
  }

  /** What profile-service is asked for; nothing when all is in the request. */
  Optional<Wanted> wanted() {
    if (!(request.to() instanceof Addressee.Customer(var named))) {
      return Optional.empty();
    }
    List<String> open =
        content.variables().stream().filter(name -> !said.containsKey(name)).toList();
    // The gate waits for the card of an id, or says that there is none.
    return named.profileId() != null && open.isEmpty()
        ? Optional.empty()
        : Optional.of(new Wanted(named, open));
  }

  /**
   * @param profile of who was wanted, and is there
   */
  Filled filled(Optional<Snapshot> profile) {
    Filled filled =
        switch (request.to()) {
          case Addressee.Address(var address) ->
              new Filled(
                  ProfileId.ofAddress(address.channel(), address.address()), 0, said, address);
          case Addressee.Customer(var named) -> ofCustomer(named.profileId(), profile);
        };
    refuseMissing(filled);
    return filled;
  }

  private Filled ofCustomer(@Nullable ProfileId named, Optional<Snapshot> profile) {
    Optional<Wanted> wanted = wanted();
    if (wanted.isEmpty()) {
      return new Filled(requireNonNull(named), 0, said, null);
    }
    Snapshot found = profile.orElseThrow(() -> wanted.get().unknown("/to"));
    Map<String, Object> all = new HashMap<>(found.fields());
    all.putAll(said);
    return new Filled(found.profileId(), found.cardVersion(), all, null);
  }

  private void refuseMissing(Filled filled) {
    List<FieldError> missing =
        content.required().stream()
            .filter(name -> !filled.data().containsKey(name))
            .map(name -> new FieldError("/data/" + name, detail(name)))
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

  private String detail(String name) {
    return switch (request.to()) {
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

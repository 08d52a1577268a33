package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks profile-service over HTTP how customers are now.
 *
 * @param customers at most 500
 * @param fields profile fields and traits to tell
 */
public record SnapshotsRequested(List<Customer> customers, List<String> fields) {

  public SnapshotsRequested {
    customers = Batch.checked(customers);
    fields = List.copyOf(fields);
  }

  /** One of the two names is given: the profile's id, or the customer's id at its source. */
  public record Customer(@Nullable ProfileId profileId, @Nullable String externalId) {

    public Customer {
      if ((profileId == null) == (externalId == null)) {
        throw new IllegalArgumentException("name a customer by profileId or by externalId");
      }
    }

    public static Customer of(ProfileId id) {
      return new Customer(requireNonNull(id), null);
    }
  }
}

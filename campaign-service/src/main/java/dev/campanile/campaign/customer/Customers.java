package dev.campanile.campaign.customer;

import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Single customers, as they are now. */
@ApplicationScoped
public class Customers {

  private final ProfileService profiles;

  Customers(ProfileService profiles) {
    this.profiles = profiles;
  }

  /**
   * @param pointer where in the request the customer is named, for who is not there
   */
  public Snapshot snapshot(Customer customer, List<String> fields, String pointer) {
    return profiles.snapshots(new SnapshotsRequested(List.of(customer), fields)).items().stream()
        .findFirst()
        .orElseThrow(() -> unknown(customer, pointer));
  }

  private static Problem unknown(Customer customer, String pointer) {
    return Problem.of(
            422,
            "PROFILE_UNKNOWN",
            "profile-service knows no customer "
                + (customer.profileId() == null ? customer.externalId() : customer.profileId())
                + ". Import them first, or name an address.")
        .at(pointer, "no such customer");
  }
}

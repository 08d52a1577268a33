package dev.campanile.campaign.customer;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.work.Coalescer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Single customers, as they are now; those that are asked for at the same moment are asked for at
 * once.
 */
@ApplicationScoped
public class Customers {

  private final ProfileService profiles;
  private final Coalescer<Wanted, Optional<Snapshot>> together =
      new Coalescer<>(Batch.MAX_ITEMS, this::find);

  Customers(ProfileService profiles) {
    this.profiles = profiles;
  }

  /**
   * @param fields the only ones that are told
   * @param pointer where in the request the customer is named, for who is not there
   */
  public Snapshot snapshot(Customer customer, List<String> fields, String pointer) {
    return together.ask(new Wanted(customer, fields)).orElseThrow(() -> unknown(customer, pointer));
  }

  private List<Optional<Snapshot>> find(List<Wanted> wanted) {
    List<Customer> customers = wanted.stream().map(Wanted::customer).distinct().toList();
    List<String> fields = wanted.stream().flatMap(one -> one.fields().stream()).distinct().toList();
    Map<Customer, Snapshot> found = new HashMap<>();
    for (Snapshot snapshot :
        profiles.snapshots(new SnapshotsRequested(customers, fields)).items()) {
      found.put(Customer.of(snapshot.profileId()), snapshot);
      String externalId = snapshot.externalId();
      if (externalId != null) {
        found.put(new Customer(null, externalId), snapshot);
      }
    }
    return wanted.stream().map(one -> one.among(found)).toList();
  }

  private record Wanted(Customer customer, List<String> fields) {

    Optional<Snapshot> among(Map<Customer, Snapshot> found) {
      return Optional.ofNullable(found.get(customer)).map(this::withMyFields);
    }

    /** Others may have asked for more. */
    private Snapshot withMyFields(Snapshot snapshot) {
      Map<String, Object> mine = new HashMap<>(snapshot.fields());
      mine.keySet().retainAll(fields);
      return new Snapshot(
          snapshot.profileId(),
          snapshot.externalId(),
          snapshot.cardVersion(),
          snapshot.locale(),
          mine);
    }
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

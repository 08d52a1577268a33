package dev.campanile.campaign.customer;

import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single customers, as they are now. */
@ApplicationScoped
public class Customers {

  private final ProfileService profiles;

  Customers(ProfileService profiles) {
    this.profiles = profiles;
  }

  /**
   * @param fields the only ones that are told
   * @param pointer where in the request the customer is named, for who is not there
   */
  public Snapshot snapshot(Customer customer, List<String> fields, String pointer) {
    var wanted = new Wanted(customer, fields);
    return snapshots(List.of(wanted)).getFirst().orElseThrow(() -> wanted.unknown(pointer));
  }

  /**
   * Of each in the order wanted; empty of who is not there.
   *
   * @param wanted at most as many as a batch has
   */
  public List<Optional<Snapshot>> snapshots(List<Wanted> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
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

  /**
   * @param fields the only ones that are told
   */
  public record Wanted(Customer customer, List<String> fields) {

    private Optional<Snapshot> among(Map<Customer, Snapshot> found) {
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

    /**
     * @param pointer where in the request the customer is named
     */
    public Problem unknown(String pointer) {
      return Problem.of(
              422,
              "PROFILE_UNKNOWN",
              "profile-service knows no customer "
                  + (customer.profileId() == null ? customer.externalId() : customer.profileId())
                  + ". Import them first, or name an address.")
          .at(pointer, "no such customer");
    }
  }
}

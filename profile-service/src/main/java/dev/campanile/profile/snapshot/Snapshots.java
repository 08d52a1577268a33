package dev.campanile.profile.snapshot;

import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.ProfileSnapshots;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.profile.profile.Profile;
import dev.campanile.profile.profile.ProfileField;
import dev.campanile.profile.profile.ProfileRepository;
import dev.campanile.profile.workspace.WorkspaceConfig;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads many customers at once. */
@ApplicationScoped
class Snapshots {

  private static final String FIND = "select * from profiles_named(:ids, :externalIds)";

  private final Database database;
  private final ProfileRepository profiles;
  private final WorkspaceConfig workspace;

  Snapshots(Database database, ProfileRepository profiles, WorkspaceConfig workspace) {
    this.database = database;
    this.profiles = profiles;
    this.workspace = workspace;
  }

  ProfileSnapshots of(SnapshotsRequested request) {
    List<UUID> ids =
        request.customers().stream()
            .flatMap(customer -> Stream.ofNullable(customer.profileId()))
            .map(ProfileId::value)
            .toList();
    List<String> externalIds =
        request.customers().stream()
            .flatMap((Customer customer) -> Stream.ofNullable(customer.externalId()))
            .toList();
    return new ProfileSnapshots(
        database.read(
            handle ->
                handle
                    .createQuery(FIND)
                    .bind("ids", new UuidArray(ids))
                    .bindArray("externalIds", String.class, externalIds)
                    .map((row, _) -> snapshot(profiles.profile(row), request.fields()))
                    .list()));
  }

  private Snapshot snapshot(Profile profile, List<String> fields) {
    Map<String, Object> values = new HashMap<>();
    for (String field : fields) {
      ProfileField.valueOf(profile, field).ifPresent(value -> values.put(field, value));
    }
    String locale = profile.locale();
    return new Snapshot(
        new ProfileId(profile.id()),
        profile.externalId(),
        profile.version(),
        locale == null ? workspace.locale() : locale,
        values);
  }
}

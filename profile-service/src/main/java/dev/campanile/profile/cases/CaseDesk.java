package dev.campanile.profile.cases;

import dev.campanile.profile.card.ContactCards;
import dev.campanile.profile.cases.CaseResource.OpenCaseRequest;
import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.profile.profile.ProfileRepository;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Opens and closes cases, and tells the gateway at once. */
@ApplicationScoped
class CaseDesk {

  private static final int LONGEST_KEY = 100;

  private final Database database;
  private final ProfileRepository profiles;
  private final CaseRepository cases;
  private final ContactCards cards;
  private final InstantSource clock;

  CaseDesk(
      Database database,
      ProfileRepository profiles,
      CaseRepository cases,
      ContactCards cards,
      InstantSource clock) {
    this.database = database;
    this.profiles = profiles;
    this.cases = cases;
    this.cards = cards;
    this.clock = clock;
  }

  ServiceCase open(String profile, OpenCaseRequest request) {
    String key = request.key();
    if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.of(400, "INVALID", "A case has a key of 1 to 100 characters.")
          .at("/key", "1 to 100 characters");
    }
    Severity severity = request.severity() == null ? Severity.NORMAL : request.severity();
    return database.transaction(
        handle -> {
          UUID id = profiles.locked(handle, profile);
          ServiceCase opened = cases.open(handle, id, key, severity, clock.instant());
          cards.tell(handle, List.of(id));
          return opened;
        });
  }

  ServiceCase close(String profile, String key) {
    return database.transaction(
        handle -> {
          UUID id = profiles.locked(handle, profile);
          ServiceCase closed =
              cases
                  .close(handle, id, key, clock.instant())
                  .orElseThrow(() -> Problem.notFound("case " + key + " of this profile"));
          cards.tell(handle, List.of(id));
          return closed;
        });
  }
}

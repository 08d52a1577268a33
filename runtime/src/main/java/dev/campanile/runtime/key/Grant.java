package dev.campanile.runtime.key;

import dev.campanile.runtime.http.Scope;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** A scope as keys are given it. */
public enum Grant {
  VIEWER,
  AUTHOR,
  PUBLISHER,
  ADMINISTRATOR,
  INGEST,
  SEND;

  /** Every role the grants amount to: of the people's scopes each holds those before it. */
  static Set<String> roles(Collection<Grant> grants) {
    Set<String> roles = new HashSet<>();
    grants.forEach(grant -> roles.addAll(grant.roles()));
    return roles;
  }

  private Set<String> roles() {
    return switch (this) {
      case VIEWER -> Set.of(Scope.VIEWER);
      case AUTHOR -> Set.of(Scope.VIEWER, Scope.AUTHOR);
      case PUBLISHER -> Set.of(Scope.VIEWER, Scope.AUTHOR, Scope.PUBLISHER);
      case ADMINISTRATOR ->
          Set.of(
              Scope.VIEWER,
              Scope.AUTHOR,
              Scope.PUBLISHER,
              Scope.ADMINISTRATOR,
              Scope.INGEST,
              Scope.SEND);
      case INGEST -> Set.of(Scope.INGEST);
      case SEND -> Set.of(Scope.SEND);
    };
  }
}

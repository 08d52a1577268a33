package dev.campanile.profile.consent;

import dev.campanile.profile.profile.ProfileRepository;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows the consent ledger of a customer. */
@Path("/v1/profiles/{id}/consents")
@RunOnVirtualThread
public class ConsentResource {

  private final Database database;
  private final ProfileRepository profiles;
  private final ConsentRepository consents;

  ConsentResource(Database database, ProfileRepository profiles, ConsentRepository consents) {
    this.database = database;
    this.profiles = profiles;
    this.consents = consents;
  }

  /** Everything that was ever said about the addresses the customer holds, newest first. */
  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "The consent ledger of a customer's addresses, newest first")
  public Page<LedgerLine> ledger(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    return Page.of(
        database.read(
            handle ->
                consents.ledger(
                    handle, profiles.get(handle, id).id(), Cursor.id(cursor), size + 1)),
        size,
        line -> Cursor.of(line.id()));
  }
}

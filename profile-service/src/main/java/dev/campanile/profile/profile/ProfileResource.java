package dev.campanile.profile.profile;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows customers. */
@Path("/v1/profiles")
@RunOnVirtualThread
public class ProfileResource {

  private final Database database;
  private final ProfileRepository profiles;
  private final ProfileViews views;

  ProfileResource(Database database, ProfileRepository profiles, ProfileViews views) {
    this.database = database;
    this.profiles = profiles;
    this.views = views;
  }

  /**
   * Customers, in the order they were created; all filters given must hold.
   *
   * @param email in any case
   * @param phone E.164
   * @param limit 1 to 500, 50 when not given
   */
  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "List customers, or find them by id or address")
  public Page<ProfileView> list(
      @Parameter(example = "C-0001") @QueryParam("externalId") @Nullable String externalId,
      @QueryParam("email") @Nullable String email,
      @QueryParam("phone") @Nullable String phone,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    ProfileFilter filter = ProfileFilter.of(externalId, email, phone);
    return database.read(
        handle ->
            Page.of(
                    profiles.list(handle, filter, Cursor.id(cursor), size + 1),
                    size,
                    profile -> Cursor.of(profile.id()))
                .map(found -> views.of(handle, found)));
  }

  /** One customer with addresses, current consents, suppressions and open cases. */
  @GET
  @Path("/{id}")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "One customer with addresses, consents, suppressions and open cases")
  public ProfileView get(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @PathParam("id") String id) {
    return database.read(handle -> views.of(handle, List.of(profiles.get(handle, id))).getFirst());
  }
}

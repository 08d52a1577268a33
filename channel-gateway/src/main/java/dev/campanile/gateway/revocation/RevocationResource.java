package dev.campanile.gateway.revocation;

import dev.campanile.gateway.page.Cursor;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What was said at an address. */
@Path("/v1/revocations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RevocationResource {

  private static final int MOST = 200;

  private static final String AT_ADDRESS =
      """
      select r.*,
             (select count(*) from revocation_fold f where f.revocation_id = r.id) as folded_by
        from revocation r
       where r.address = :address and (r.at, r.id) < (:at, :after)
       order by r.at desc, r.id desc
       limit :limit
      """;

  private final Database database;

  RevocationResource(Database database) {
    this.database = database;
  }

  /** Newest first, the lifted ones included. */
  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "Every no that was said at an address, newest first")
  public Revoked at(
      @Parameter(
              description = "A mail address or an E.164 number, whose + is written %2B",
              example = "maeve.gallagher@example.com")
          @QueryParam("address")
          @Nullable String address,
      @Parameter(description = "1 to 200", example = "50") @QueryParam("limit") @DefaultValue("50")
          int limit,
      @Parameter(description = "nextCursor of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    if (address == null || address.isBlank()) {
      throw Problem.of(
          400,
          "ADDRESS_MISSING",
          "Say whose: add ?address= with a mail address or an E.164 number (+ is written %2B).");
    }
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "INVALID", "limit is 1 to " + MOST + ".");
    }
    Cursor after = Cursor.parsed(cursor);
    List<RevocationRow> page =
        database.read(
            handle ->
                handle
                    .createQuery(AT_ADDRESS)
                    .bind("address", address.strip().toLowerCase(Locale.ROOT))
                    .bind("at", after.at())
                    .bind("after", after.id())
                    .bind("limit", limit)
                    .map((row, _) -> RevocationRow.of(row))
                    .list());
    return new Revoked(page, page.size() < limit ? null : next(page.getLast()));
  }

  private static String next(RevocationRow last) {
    return new Cursor(last.at(), last.id()).text();
  }

  /** A page. */
  public record Revoked(List<RevocationRow> data, @Nullable String nextCursor) {}
}

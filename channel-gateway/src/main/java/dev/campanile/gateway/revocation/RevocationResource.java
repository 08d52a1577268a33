package dev.campanile.gateway.revocation;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/revocations?address=}: what was said at an address, newest first. */
@Path("/v1/revocations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("api")
@RunOnVirtualThread
public class RevocationResource {

  private static final int MOST = 200;

  private static final String AT_ADDRESS =
      """
      select r.*,
             (select count(*) from revocation_fold f where f.revocation_id = r.id) as folded_by
        from revocation r
       where r.address = :address
       order by r.at desc, r.id
       limit :most
      """;

  private final Database database;

  RevocationResource(Database database) {
    this.database = database;
  }

  @GET
  public Revoked at(@QueryParam("address") @Nullable String address) {
    if (address == null || address.isBlank()) {
      throw Problem.of(
          400,
          "ADDRESS_MISSING",
          "Say whose: add ?address= with a mail address or an E.164 number (+ is written %2B).");
    }
    return new Revoked(
        database.read(
            handle ->
                handle
                    .createQuery(AT_ADDRESS)
                    .bind("address", address.strip().toLowerCase(Locale.ROOT))
                    .bind("most", MOST)
                    .map((row, _) -> RevocationRow.of(row))
                    .list()),
        null);
  }

  /** A page; there is only one. */
  public record Revoked(List<RevocationRow> data, @Nullable String nextCursor) {}
}

package dev.campanile.profile.cases;

import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whom marketing waits for. */
@Path("/v1/cases")
@RunOnVirtualThread
public class OpenCasesResource {

  private final Database database;
  private final CaseRepository cases;

  OpenCasesResource(Database database, CaseRepository cases) {
    this.database = database;
    this.cases = cases;
  }

  @GET
  @RolesAllowed({Scope.INGEST, Scope.VIEWER})
  @Operation(summary = "The open cases of all customers, the longest open first")
  public Page<OpenCase> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    ServiceCase after = parsed(cursor);
    List<ServiceCase> found = database.read(handle -> cases.open(handle, after, size + 1));
    return Page.of(
        found.stream().map(OpenCase::of).toList(),
        size,
        it -> Cursor.of(it.openedAt(), it.profileId(), it.key()));
  }

  private static @Nullable ServiceCase parsed(@Nullable String cursor) {
    List<String> parts = Cursor.parts(cursor, 3);
    if (parts.isEmpty()) {
      return null;
    }
    try {
      return ServiceCase.open(
          UUID.fromString(parts.get(1)),
          parts.get(2),
          Severity.NORMAL,
          Instant.parse(parts.get(0)));
    } catch (IllegalArgumentException | DateTimeException _) {
      throw Cursor.unknown();
    }
  }

  /** A case in the list. */
  public record OpenCase(UUID profileId, String key, Severity severity, Instant openedAt) {

    static OpenCase of(ServiceCase open) {
      return new OpenCase(open.profileId(), open.key(), open.severity(), open.openedAt());
    }
  }
}

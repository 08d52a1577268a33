package dev.campanile.profile.cases;

import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Opens and closes service cases. */
@Path("/v1/profiles/{id}/cases")
@RunOnVirtualThread
public class CaseResource {

  private final CaseDesk desk;

  CaseResource(CaseDesk desk) {
    this.desk = desk;
  }

  /** Opens a case, or opens it again. While it is open the customer gets no marketing. */
  @POST
  @RolesAllowed({Scope.INGEST, Scope.AUTHOR})
  @Operation(summary = "Open a case, or open it again: marketing waits")
  @Extension(name = "x-order", value = "1", parseValue = true)
  public CaseView open(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @PathParam("id") String profile,
      @NotNull(message = "send it as JSON") OpenCaseRequest request) {
    return CaseView.of(desk.open(profile, request));
  }

  /** Closes a case. Closing it twice is closing it once. */
  @POST
  @Path("/{key}:close")
  @RolesAllowed({Scope.INGEST, Scope.AUTHOR})
  @Operation(summary = "Close a case")
  @Extension(name = "x-order", value = "2", parseValue = true)
  public CaseView close(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @PathParam("id") String profile,
      @Parameter(example = "CASE-1") @PathParam("key") String key) {
    return CaseView.of(desk.close(profile, key));
  }

  /**
   * @param key as the case has it in the service desk, 1 to 100 characters
   * @param severity NORMAL when not said
   */
  @Schema(example = "{\"key\": \"CASE-1\", \"severity\": \"NORMAL\"}")
  public record OpenCaseRequest(@Nullable String key, @Nullable Severity severity) {}

  public record CaseView(
      String key, Severity severity, Instant openedAt, @Nullable Instant closedAt) {

    static CaseView of(ServiceCase serviceCase) {
      return new CaseView(
          serviceCase.key(),
          serviceCase.severity(),
          serviceCase.openedAt(),
          serviceCase.closedAt());
    }
  }
}

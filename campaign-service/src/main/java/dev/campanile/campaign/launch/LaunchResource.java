package dev.campanile.campaign.launch;

import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.ApiKey;
import dev.campanile.runtime.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/campaigns/{key}:launch}. */
@Path("/v1/campaigns/{key}:launch")
@RolesAllowed(ApiKey.ROLE)
@RunOnVirtualThread
public class LaunchResource {

  private static final int LONGEST_KEY = 200;

  private final Launcher launcher;

  LaunchResource(Launcher launcher) {
    this.launcher = launcher;
  }

  /** Without a body, as most launches are. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response launch(
      String key, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
    return launch(key, idempotencyKey, null);
  }

  /**
   * Answers 202 with the run; the same {@code Idempotency-Key} and body again answer the same run.
   *
   * @param request may be left out
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response launch(
      String key,
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @Nullable LaunchRequest request) {
    RunId run =
        launcher.launch(
            key, checked(idempotencyKey), request == null ? LaunchRequest.FIRST : request);
    String report = "/v1/campaigns/" + key + "/report";
    return Response.accepted(new Launched(run, key, report + "?run=" + run))
        .location(URI.create(report))
        .build();
  }

  private static String checked(@Nullable String idempotencyKey) {
    if (idempotencyKey == null || idempotencyKey.isBlank()) {
      throw Problem.of(
          400,
          "IDEMPOTENCY_KEY_REQUIRED",
          "Send the header Idempotency-Key with a name of your own for this launch, so that sending"
              + " the request twice launches once.");
    }
    if (idempotencyKey.length() > LONGEST_KEY) {
      throw Problem.of(
          400,
          "IDEMPOTENCY_KEY_INVALID",
          "An Idempotency-Key has at most " + LONGEST_KEY + " characters.");
    }
    return idempotencyKey;
  }

  /**
   * @param report where to follow this very run
   */
  record Launched(RunId runId, String campaign, String report) {}
}

package dev.campanile.campaign.campaign;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.campaign.request.Conditions;
import dev.campanile.campaign.request.Versioned;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/campaigns}: what is sent to whom. A launch freezes it for that run. */
@Path("/v1/campaigns")
@RunOnVirtualThread
public class CampaignResource {

  private final Campaigns campaigns;

  CampaignResource(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "The campaigns, by key")
  public Page<Campaigns.Summary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return campaigns.list(AuthoredKey.after(cursor), Page.size(limit));
  }

  @PUT
  @Path("/{key}")
  @RolesAllowed(Scope.AUTHOR)
  @Operation(summary = "Make a campaign, or change it when If-Match names its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CampaignDraft.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CampaignDraft.class)))
  public Response put(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @BeanParam Conditions conditions,
      @NotNull(message = "send it as JSON") CampaignDraft draft) {
    AuthoredKey.checked(key);
    List<FieldError> errors = CampaignCheck.errorsIn(draft);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return campaigns.put(key, draft, conditions).answer();
  }

  @GET
  @Path("/{key}")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "A campaign, with its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CampaignDraft.class)))
  public Response get(@PathParam("key") @Parameter(example = "weekend-offer") String key) {
    return campaigns
        .findVersioned(key)
        .map(Versioned::answer)
        .orElseThrow(() -> Problem.notFound("campaign " + key));
  }
}

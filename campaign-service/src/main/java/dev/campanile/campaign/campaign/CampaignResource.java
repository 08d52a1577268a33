package dev.campanile.campaign.campaign;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.runtime.http.ApiKey;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /v1/campaigns}: what is sent to whom. A launch freezes it for that run. */
@Path("/v1/campaigns")
@RolesAllowed(ApiKey.ROLE)
@RunOnVirtualThread
public class CampaignResource {

  private final Campaigns campaigns;

  CampaignResource(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  @PUT
  @Path("/{key}")
  public Response put(String key, @NotNull(message = "send it as JSON") CampaignDraft draft) {
    AuthoredKey.checked(key);
    List<FieldError> errors = CampaignCheck.errorsIn(draft);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    boolean fresh = campaigns.put(key, draft);
    return Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
        .entity(draft)
        .build();
  }

  @GET
  @Path("/{key}")
  public CampaignDraft get(String key) {
    return campaigns.find(key).orElseThrow(() -> Problem.notFound("campaign " + key));
  }
}

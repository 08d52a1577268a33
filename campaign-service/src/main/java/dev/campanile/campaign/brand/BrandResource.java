package dev.campanile.campaign.brand;

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

/** {@code /v1/brands}: who contents speak for. */
@Path("/v1/brands/{key}")
@RolesAllowed(ApiKey.ROLE)
@RunOnVirtualThread
public class BrandResource {

  private final Brands brands;

  BrandResource(Brands brands) {
    this.brands = brands;
  }

  /** Makes or replaces the brand; contents published before keep the brand they were made with. */
  @PUT
  public Response put(String key, @NotNull(message = "send it as JSON") BrandDraft draft) {
    AuthoredKey.checked(key);
    List<FieldError> errors = BrandCheck.errorsIn(draft);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    boolean fresh = brands.put(key, draft);
    return Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
        .entity(draft)
        .build();
  }

  @GET
  public BrandDraft get(String key) {
    return brands.find(key).orElseThrow(() -> Problem.notFound("brand " + key));
  }
}

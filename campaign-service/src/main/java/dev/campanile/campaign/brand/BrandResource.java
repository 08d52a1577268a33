package dev.campanile.campaign.brand;

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

/** {@code /v1/brands}: who contents speak for. */
@Path("/v1/brands")
@RunOnVirtualThread
public class BrandResource {

  private final Brands brands;

  BrandResource(Brands brands) {
    this.brands = brands;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "The brands, by key")
  public Page<Brands.Summary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return brands.list(AuthoredKey.after(cursor), Page.size(limit));
  }

  /** Makes or replaces the brand; contents published before keep the brand they were made with. */
  @PUT
  @Path("/{key}")
  @RolesAllowed(Scope.AUTHOR)
  @Operation(summary = "Make a brand, or change it when If-Match names its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BrandDraft.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BrandDraft.class)))
  public Response put(
      @PathParam("key") @Parameter(example = "basilio") String key,
      @BeanParam Conditions conditions,
      @NotNull(message = "send it as JSON") BrandDraft draft) {
    AuthoredKey.checked(key);
    List<FieldError> errors = BrandCheck.errorsIn(draft);
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return brands.put(key, draft, conditions).answer();
  }

  @GET
  @Path("/{key}")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "A brand, with its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BrandDraft.class)))
  public Response get(@PathParam("key") @Parameter(example = "basilio") String key) {
    return brands
        .findVersioned(key)
        .map(Versioned::answer)
        .orElseThrow(() -> Problem.notFound("brand " + key));
  }
}

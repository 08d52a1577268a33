package dev.campanile.campaign.content;

import dev.campanile.campaign.content.ContentVersionRepository.VersionSummary;
import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.campaign.request.Conditions;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/contents}: drafts are edited, published versions never change. */
@Path("/v1/contents")
@RunOnVirtualThread
public class ContentResource {

  private final Drafting drafting;
  private final Publisher publisher;
  private final ContentVersionRepository versions;
  private final Database database;

  ContentResource(
      Drafting drafting,
      Publisher publisher,
      ContentVersionRepository versions,
      Database database) {
    this.drafting = drafting;
    this.publisher = publisher;
    this.versions = versions;
    this.database = database;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "The contents, by key")
  public Page<Drafting.Summary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return drafting.list(AuthoredKey.after(cursor), Page.size(limit));
  }

  @PUT
  @Path("/{key}")
  @RolesAllowed(Scope.AUTHOR)
  @Operation(summary = "Make a draft, or change it when If-Match names its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContentDraft.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContentDraft.class)))
  public Response put(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @BeanParam Conditions conditions,
      @NotNull(message = "send it as JSON") ContentDraft draft) {
    return drafting.put(AuthoredKey.checked(key), draft, conditions).answer();
  }

  @GET
  @Path("/{key}")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "A draft, with its ETag")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContentDraft.class)))
  public Response get(@PathParam("key") @Parameter(example = "weekend-offer") String key) {
    return drafting.getVersioned(key).answer();
  }

  @GET
  @Path("/{key}/versions")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "What was published, newest first")
  public Page<VersionSummary> versions(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    drafting.get(key);
    int size = Page.size(limit);
    int before = before(cursor);
    return Page.of(
        database.read(handle -> versions.list(handle, key, before, size + 1)),
        size,
        version -> Integer.toString(version.version()));
  }

  private static int before(@Nullable String cursor) {
    try {
      return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(cursor);
    } catch (NumberFormatException e) {
      throw Cursor.unknown();
    }
  }

  /**
   * Answers {@code {"key", "version"}}; 400 lists everything that must be mended first, by JSON
   * pointer into the draft.
   */
  @POST
  @Path("/{key}:publish")
  @RolesAllowed(Scope.PUBLISHER)
  @Extension(name = "x-order", value = "-3", parseValue = true)
  @Operation(summary = "Freeze the draft as the version that is sent from now on")
  public Publisher.Answer publish(
      @PathParam("key") @Parameter(example = "weekend-offer") String key) {
    return publisher.publish(key);
  }
}

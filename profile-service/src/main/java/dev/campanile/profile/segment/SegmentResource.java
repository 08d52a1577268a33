package dev.campanile.profile.segment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.ReachRequested;
import dev.campanile.runtime.http.Precondition;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.http.Versioned;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Keeps segments and counts who belongs to them. */
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SegmentResource {

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_NAME = 200;
  private static final String REACH_EXAMPLE =
      """
      {"segment": "everyone", "category": "MARKETING", "plan": ["PREFERRED", "EMAIL"],
       "channels": ["EMAIL", "SMS", "CHAT"], "fields": ["firstName"]}""";

  private final SegmentRepository segments;
  private final SegmentCount count;
  private final ReachCount reach;
  private final InstantSource clock;

  SegmentResource(
      SegmentRepository segments, SegmentCount count, ReachCount reach, InstantSource clock) {
    this.segments = segments;
    this.count = count;
    this.reach = reach;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Transactional
  @Operation(summary = "The segments, by key")
  public Page<SegmentRepository.Summary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    List<String> after = Cursor.parts(cursor, 1);
    return segments.list(after.isEmpty() ? "" : after.getFirst(), Page.size(limit));
  }

  /**
   * Creates a segment, or changes it when {@code If-Match} names its current {@code ETag}. The same
   * segment put again changes nothing and needs no precondition, so a file can be applied twice.
   */
  @PUT
  @Path("/{key}")
  @RolesAllowed(Scope.AUTHOR)
  @Transactional
  @Operation(summary = "Create or change a segment")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  public Response put(
      @Parameter(example = "everyone") @PathParam("key") String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
      @NotNull(message = "send it as JSON") SegmentDraft draft) {
    if (!KEY.matcher(key).matches()) {
      throw Problem.of(
          400, "INVALID_KEY", "A key is of lower-case letters, digits and hyphens, up to 64.");
    }
    String name = draft.name() == null ? key : draft.name();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw Problem.of(400, "INVALID", "A name has 1 to 200 characters.")
          .at("/name", "1 to 200 characters");
    }
    Rule rule = RuleReader.read(draft.rule(), "/rule");
    Segment known = segments.findById(key);
    if (known == null) {
      Precondition.checkNew(ifMatch);
      return answer(201, create(key, name, rule));
    }
    boolean changes = !known.name.equals(name) || !segments.read(known.rule).equals(rule);
    Precondition.check(known.version, changes, ifMatch, ifNoneMatch);
    if (changes) {
      known.name = name;
      known.rule = RuleJson.write(rule).toString();
      known.updatedAt = clock.instant();
      ConcurrentWrites.refused(segments::flush);
    }
    return answer(200, known);
  }

  @GET
  @Path("/{key}")
  @RolesAllowed(Scope.VIEWER)
  @Transactional
  @Operation(summary = "A segment with its rule")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = SegmentView.class)))
  public Response get(@Parameter(example = "everyone") @PathParam("key") String key) {
    return answer(200, found(key));
  }

  /** How many belong now, and ten of them. Writes nothing. */
  @POST
  @Path("/{key}:preview")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "Count who belongs now, with ten of them")
  public SegmentCount.Preview preview(
      @Parameter(example = "everyone") @PathParam("key") String key) {
    return count.preview(segments.read(found(key).rule));
  }

  /** Whom a message to the segment would reach now, and what stands against it for the rest. */
  @POST
  @Path("/{key}:reach")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "Whom a message would reach now, and what stands against it for the rest")
  public Reach reach(
      @Parameter(example = "everyone") @PathParam("key") String key,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ReachRequested.class),
                      examples = @ExampleObject(name = "mail", value = REACH_EXAMPLE)))
          @Nullable ReachRequested request) {
    Rule rule = segments.read(found(key).rule);
    if (request == null || !request.segment().equals(key)) {
      throw Problem.of(
              400, "INVALID", "Send the segment of the path, and what would be sent to it.")
          .at("/segment", "is " + key);
    }
    return reach.count(rule, request);
  }

  private Segment create(String key, String name, Rule rule) {
    Segment segment = new Segment(key, name, RuleJson.write(rule).toString(), clock.instant());
    ConcurrentWrites.refused(() -> segments.persistAndFlush(segment));
    return segment;
  }

  private Segment found(String key) {
    return segments.findByIdOptional(key).orElseThrow(() -> Problem.notFound("segment " + key));
  }

  private Response answer(int status, Segment segment) {
    return Versioned.answer(
            status,
            segment.version,
            new SegmentView(segment.key, segment.name, RuleJson.write(segments.read(segment.rule))))
        .build();
  }

  /**
   * @param name for people; the key when not given
   * @param rule see {@link Rule}
   */
  @Schema(example = "{\"name\": \"Everyone\", \"rule\": {\"everyone\": true}}")
  public record SegmentDraft(@Nullable String name, @Nullable JsonNode rule) {}

  public record SegmentView(String key, String name, JsonNode rule) {}
}

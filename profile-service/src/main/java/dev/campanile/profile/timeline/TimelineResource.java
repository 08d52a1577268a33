package dev.campanile.profile.timeline;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.campanile.contracts.Channel;
import dev.campanile.profile.profile.ProfileRepository;
import dev.campanile.profile.timeline.TimelineRepository.Position;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows what happened to a customer. */
@Path("/v1/profiles/{id}/timeline")
@RunOnVirtualThread
public class TimelineResource {

  private static final int CURSOR_PARTS = 3;

  private final Database database;
  private final ProfileRepository profiles;
  private final TimelineRepository timeline;

  TimelineResource(Database database, ProfileRepository profiles, TimelineRepository timeline) {
    this.database = database;
    this.profiles = profiles;
    this.timeline = timeline;
  }

  /** Messages and answers of a customer, newest first. */
  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "What happened to a customer, newest first")
  public Page<TimelineItem> timeline(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @PathParam("id") String id,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    Position after = position(cursor);
    return Page.of(
            database.read(
                handle -> timeline.page(handle, profiles.get(handle, id).id(), after, size + 1)),
            size,
            entry -> Cursor.of(entry.at(), entry.factId(), entry.revision()))
        .map(entries -> entries.stream().map(TimelineItem::of).toList());
  }

  private static @Nullable Position position(@Nullable String cursor) {
    List<String> parts = Cursor.parts(cursor, CURSOR_PARTS);
    if (parts.isEmpty()) {
      return null;
    }
    try {
      return new Position(
          Instant.parse(parts.get(0)),
          UUID.fromString(parts.get(1)),
          Integer.parseInt(parts.get(2)));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw Cursor.unknown();
    }
  }

  /** See {@link TimelineEntry}. */
  public record TimelineItem(
      Instant at,
      String kind,
      @Nullable Channel channel,
      @Nullable UUID messageId,
      @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String source,
      @Nullable String reason,
      @Nullable String detail) {

    static TimelineItem of(TimelineEntry entry) {
      return new TimelineItem(
          entry.at(),
          entry.kind(),
          entry.channel(),
          entry.messageId(),
          entry.source(),
          entry.reason(),
          entry.detail());
    }
  }
}

package dev.campanile.runtime.key;

import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Makes and revokes the keys of this service. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.ADMINISTRATOR)
@RunOnVirtualThread
public class KeyResource {

  private static final int LONGEST_NAME = 100;

  private final Database database;
  private final KeyRepository keys;
  private final KnownKeys known;
  private final InstantSource clock;
  private final SecurityIdentity caller;

  KeyResource(
      Database database,
      KeyRepository keys,
      KnownKeys known,
      InstantSource clock,
      SecurityIdentity caller) {
    this.database = database;
    this.keys = keys;
    this.known = known;
    this.clock = clock;
    this.caller = caller;
  }

  /** Makes a key. Its secret is in this answer and never again: only its hash is kept. */
  @POST
  @Operation(summary = "Make a key; the answer is the only time its secret is told")
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = MadeKey.class)))
  public Response make(@Nullable KeyDraft draft) {
    Instant now = clock.instant();
    KeyDraft checked = checked(draft, now);
    KeySecret secret = KeySecret.draw();
    StoredKey key =
        new StoredKey(
            secret.id(),
            String.valueOf(checked.name()),
            secret.hash(),
            checked.scopes() == null ? Set.of() : checked.scopes(),
            now,
            caller.getPrincipal().getName(),
            checked.expiresAt(),
            null,
            null);
    database.inTransaction(handle -> keys.add(handle, key));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/api-keys/" + key.id())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(
            new MadeKey(
                key.id(), key.name(), new TreeSet<>(key.scopes()), key.expiresAt(), secret.token()))
        .build();
  }

  /** Every key that was made, revoked ones too. */
  @GET
  @Operation(summary = "List the keys, without their secrets")
  public Page<KeyView> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    List<String> after = Cursor.parts(cursor, 1);
    return Page.of(
            database.read(
                handle -> keys.page(handle, after.isEmpty() ? null : after.getFirst(), size + 1)),
            size,
            key -> Cursor.of(key.id()))
        .map(found -> found.stream().map(KeyView::of).toList());
  }

  /** Binds here at once, in other replicas within five seconds. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Revoke a key")
  @APIResponse(responseCode = "204", description = "Revoked, or was before")
  public void revoke(@PathParam("id") @Parameter(example = "00c0ffee00c0ffee") String id) {
    if (!database.<Boolean>transaction(handle -> keys.revoke(handle, id, clock.instant()))) {
      throw Problem.notFound("key " + id);
    }
    known.forget(id);
  }

  private static KeyDraft checked(@Nullable KeyDraft given, Instant now) {
    KeyDraft draft = given == null ? new KeyDraft(null, null, null) : given;
    List<FieldError> errors = new ArrayList<>();
    String name = draft.name();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      errors.add(
          new FieldError("/name", "1 to 100 characters that say who has it, such as web shop"));
    }
    if (draft.scopes() == null
        || draft.scopes().isEmpty()
        || draft.scopes().stream().anyMatch(Objects::isNull)) {
      errors.add(new FieldError("/scopes", "at least one of " + List.of(Grant.values())));
    }
    Instant expiresAt = draft.expiresAt();
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      errors.add(new FieldError("/expiresAt", "is later than now, or left out"));
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return draft;
  }

  /**
   * @param expiresAt never when not given
   */
  @Schema(example = "{\"name\": \"web shop\", \"scopes\": [\"SEND\"]}")
  public record KeyDraft(
      @Nullable String name, @Nullable Set<Grant> scopes, @Nullable Instant expiresAt) {}

  /**
   * @param secret send it as {@code Authorization: Bearer <secret>}
   */
  public record MadeKey(
      String id,
      String name,
      SortedSet<Grant> scopes,
      @Nullable Instant expiresAt,
      String secret) {}

  /**
   * @param lastUsedAt to the hour
   */
  public record KeyView(
      String id,
      String name,
      SortedSet<Grant> scopes,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt) {

    static KeyView of(StoredKey key) {
      return new KeyView(
          key.id(),
          key.name(),
          new TreeSet<>(key.scopes()),
          key.createdAt(),
          key.createdBy(),
          key.expiresAt(),
          key.revokedAt(),
          key.lastUsedAt());
    }
  }
}

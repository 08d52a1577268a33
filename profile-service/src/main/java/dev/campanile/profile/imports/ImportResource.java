package dev.campanile.profile.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Cursor;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Takes CSV files of customers, and shows how far they have come. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ImportResource {

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}");

  private static final String EXAMPLE =
      """
      externalId,firstName,email,country,emailConsent,consentSource,consentAt,trackingConsent
      doc-1,Ada,ada@example.org,GB,OPTED_IN,web-form,2026-03-01T10:00:00Z,yes
      doc-2,Bob,bob@example.org,GB,OPTED_OUT,web-form,2026-03-01T10:00:00Z,no
      """;

  private final Database database;
  private final ImportRepository imports;
  private final ImportRunner runner;
  private final InstantSource clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  ImportResource(
      Database database, ImportRepository imports, ImportRunner runner, InstantSource clock) {
    this.database = database;
    this.imports = imports;
    this.runner = runner;
    this.clock = clock;
  }

  /**
   * Stores the file and answers 202 with the job to watch. The same {@code externalId} is the same
   * customer, in this file and the next; a blank cell clears a field, a column that is not there
   * leaves it.
   *
   * @param source the system the file comes from
   * @param body UTF-8, separated by commas, the first row names the columns; up to 64 MiB
   */
  @POST
  @Consumes("text/csv")
  @RolesAllowed({Scope.INGEST, Scope.AUTHOR})
  @Operation(summary = "Import customers from a CSV file")
  @APIResponse(
      responseCode = "202",
      description = "Taken; Location says where to watch it",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  public Response post(
      @Parameter(example = "crm") @QueryParam("source") @DefaultValue("csv") String source,
      @RequestBody(
              content =
                  @Content(
                      mediaType = "text/csv",
                      schema = @Schema(type = SchemaType.STRING),
                      examples = @ExampleObject(name = "two", value = EXAMPLE)))
          byte @Nullable [] body) {
    byte[] csv = body == null ? new byte[0] : body;
    if (!SOURCE.matcher(source).matches()) {
      throw Problem.of(
          400, "INVALID_SOURCE", "source is of letters, digits and '_.:-', up to 64, such as crm.");
    }
    CsvFile.checkEncoding(csv);
    new CsvFile(csv).header();
    UUID id = ids.generate();
    ImportView accepted =
        database.transaction(
            handle -> {
              imports.create(handle, id, source, csv, clock.instant());
              return imports.view(handle, id).orElseThrow();
            });
    runner.wake();
    return Response.accepted(accepted).header(HttpHeaders.LOCATION, "/v1/imports/" + id).build();
  }

  @GET
  @RolesAllowed({Scope.INGEST, Scope.VIEWER})
  @Operation(summary = "The imports, newest first")
  public Page<ImportSummary> list(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    int size = Page.size(limit);
    return database.read(
        handle ->
            Page.of(
                imports.list(handle, Cursor.id(cursor), size + 1), size, it -> Cursor.of(it.id())));
  }

  /** How far an import has come, and the first 1,000 refusals. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Scope.INGEST, Scope.VIEWER})
  @Operation(summary = "How far an import has come, and what it refused")
  public ImportView get(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000002") @PathParam("id") String id) {
    return database.read(
        handle ->
            imports.view(handle, idOf(id)).orElseThrow(() -> Problem.notFound("import " + id)));
  }

  private static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw Problem.notFound("import " + id);
    }
  }
}

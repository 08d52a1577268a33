package dev.campanile.runtime.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Adds what no endpoint has to say by itself: the key, and how errors look. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class CommonParts implements OASFilter {

  private static final String PROBLEM = "Problem";

  @Override
  public Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    if (responses != null) {
      responses.removeAPIResponse("401");
      responses.removeAPIResponse("403");
      responses.addAPIResponse("default", error());
    }
    if (operation.getSecurity() == null) {
      // Without a scope it is @PermitAll: it takes no key, whatever the document says of the rest.
      operation.setSecurity(List.of());
    }
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI openApi) {
    Components components = openApi.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      openApi.setComponents(components);
    }
    components.addSchema(PROBLEM, problem());
    components.setSecuritySchemes(
        Map.of(
            "key",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A key of this service, see /v1/api-keys.")));
    openApi.setSecurity(
        List.of(OASFactory.createSecurityRequirement().addScheme("key", List.of())));
  }

  private static APIResponse error() {
    return OASFactory.createAPIResponse()
        .description("A problem (RFC 9457); its code is stable, its detail says how to mend it.")
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema problem() {
    Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
    Schema field =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .addProperty("pointer", text)
            .addProperty("detail", text);
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .addProperty("type", text)
        .addProperty("title", text)
        .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
        .addProperty("code", text)
        .addProperty("detail", text)
        .addProperty("errors", OASFactory.createSchema().addType(SchemaType.ARRAY).items(field))
        .required(List.of("title", "status", "code", "detail"));
  }
}

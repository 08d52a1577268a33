package dev.campanile.gateway;

import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.openapi.OpenApiScopes;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class ScopesTest extends OpenApiScopes {

  /** A customer's links and a provider's callbacks prove themselves by a signature. */
  @Override
  protected Set<String> open() {
    return Set.of(
        "POST /v1/callbacks/twilio/inbound",
        "POST /v1/callbacks/twilio/status",
        "GET /v1/unsubscribe/{token}",
        "POST /v1/unsubscribe/{token}");
  }
}

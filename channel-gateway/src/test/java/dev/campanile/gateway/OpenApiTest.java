package dev.campanile.gateway;

import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.openapi.OpenApiDrift;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class OpenApiTest extends OpenApiDrift {}

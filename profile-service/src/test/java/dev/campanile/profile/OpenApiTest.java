package dev.campanile.profile;

import dev.campanile.testing.openapi.OpenApiDrift;

@ServiceTest
class OpenApiTest extends OpenApiDrift {}

package dev.campanile.campaign;

import dev.campanile.testing.openapi.OpenApiDrift;

@ServiceTest
class OpenApiTest extends OpenApiDrift {}

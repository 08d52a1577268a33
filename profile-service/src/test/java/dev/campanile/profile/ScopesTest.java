package dev.campanile.profile;

import dev.campanile.testing.openapi.OpenApiScopes;
import java.util.Set;

@ServiceTest
class ScopesTest extends OpenApiScopes {

  @Override
  protected Set<String> open() {
    return Set.of();
  }
}

package dev.campanile.gateway.recipient;

import dev.campanile.gateway.gate.AllowList;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code campanile.allow-list}: addresses and {@code @domains}, with commas between. */
@Singleton
class AllowListConfig {

  @Produces
  @Singleton
  AllowList allowList(@ConfigProperty(name = "campanile.allow-list") Optional<List<String>> list) {
    return AllowList.of(list.orElse(List.of()));
  }
}

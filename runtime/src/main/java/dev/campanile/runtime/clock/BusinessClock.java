package dev.campanile.runtime.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time business decisions are made at. Leases use the database's clock instead. */
@ApplicationScoped
class BusinessClock {

  /**
   * @param start tests and demos only: business time begins there when the service starts, and runs
   *     on at the real pace
   */
  @Produces
  @DefaultBean
  @ApplicationScoped
  InstantSource instantSource(
      @ConfigProperty(name = "campanile.clock.start") Optional<Instant> start) {
    InstantSource system = InstantSource.system();
    return start
        .map(at -> Duration.between(system.instant(), at))
        .<InstantSource>map(offset -> () -> system.instant().plus(offset))
        .orElse(system);
  }
}

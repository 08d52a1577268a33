package dev.campanile.runtime.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The time business decisions are made at. Leases use the database's clock instead. */
@ApplicationScoped
class BusinessClock {

  /**
   * @param start tests and demos only: business time begins there when the process starts, and runs
   *     on at the real pace. Not when this is called: services that are started together take
   *     different times to come so far, and would then not agree what time it is.
   */
  @Produces
  @DefaultBean
  @ApplicationScoped
  InstantSource instantSource(
      @ConfigProperty(name = "campanile.clock.start") Optional<Instant> start) {
    InstantSource system = InstantSource.system();
    return start
        .map(at -> Duration.between(processStart(), at))
        .<InstantSource>map(offset -> () -> system.instant().plus(offset))
        .orElse(system);
  }

  private static Instant processStart() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }
}

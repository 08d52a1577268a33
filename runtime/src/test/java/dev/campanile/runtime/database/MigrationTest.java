package dev.campanile.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class MigrationTest {

  @Inject DataSource database;

  @ConfigProperty(name = "quarkus.flyway.out-of-order")
  boolean outOfOrder;

  @TempDir Path scripts;

  @Test
  void anInstallationThatRunsAlreadyGetsTheRuntimesNewScripts() throws IOException {
    copy("V0001__outbox.sql");
    Files.writeString(scripts.resolve("V0100__of_a_service.sql"), "create table of_a_service ()");
    assertThat(migrate()).isEqualTo(2);

    copy("V0002__api_keys.sql");

    assertThat(migrate()).isEqualTo(1);
  }

  private int migrate() {
    return Flyway.configure()
        .dataSource(database)
        .schemas("upgraded")
        .locations("filesystem:" + scripts)
        .outOfOrder(outOfOrder)
        .load()
        .migrate()
        .migrationsExecuted;
  }

  private void copy(String script) throws IOException {
    try (InputStream sql = getClass().getResourceAsStream("/db/runtime/" + script)) {
      Files.copy(sql, scripts.resolve(script));
    }
  }
}

package dev.campanile.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class SenderNumbersTest {

  private static final String NUMBER = "+390200000077";

  @Inject SenderNumbers numbers;
  @Inject Database database;

  @Test
  void aDraftThatIsTestedDoesNotNameTheBrand() {
    store(version(new ContentRef("weekend", 1), "Basilio"));
    store(version(ContentRef.ofTest("weekend", 7), "Basilico (new name?)"));

    Optional<String> brand = database.read(handle -> numbers.brand(handle, Channel.SMS, NUMBER));
    assertThat(brand).contains("Basilio");
  }

  private void store(ContentVersion version) {
    database.inTransaction(handle -> numbers.store(handle, List.of(version)));
  }

  private static ContentVersion version(ContentRef ref, String brand) {
    return new ContentVersion(
        ref,
        Category.SERVICE,
        null,
        new Brand("basilio", brand, "Basilio <ciao@basilio.example>", null, NUMBER, null),
        "en",
        Map.of("en", new ContentVersion.Projections(null, new ContentVersion.Sms("Hello"), null)),
        List.of(),
        List.of(),
        TestClock.START);
  }
}

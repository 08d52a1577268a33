package dev.campanile.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class RevocationResourceTest {

  @Inject Database database;
  @Inject Revocations revocations;
  @Inject Seen seen;

  @Test
  void whatWasSaidAtAnAddressIsReadPageByPageNewestFirst() {
    String address = Customer.any().email();
    for (int i = 0; i < 5; i++) {
      NewRevocation no =
          new NewRevocation(
              Channel.EMAIL,
              address,
              ConsentTopic.MARKETING,
              Cause.ONE_CLICK,
              "number " + i,
              TestClock.START.plusSeconds(i / 2));
      database.inTransaction(handle -> revocations.add(handle, no));
    }

    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = seen.get("/v1/revocations?limit=2&address=" + address + cursor);
      page.path("data").forEach(no -> read.add(no.path("evidence").asText()));
      cursor =
          page.path("nextCursor").isTextual() ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());

    assertThat(read).hasSize(5).doesNotHaveDuplicates().startsWith("number 4");
  }
}

package dev.campanile.campaign.customer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.runtime.http.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileServiceTest {

  private static final SnapshotsRequested ANYBODY =
      new SnapshotsRequested(List.of(new Customer(null, "c-1")), List.of());

  @Test
  void saysThatNobodyIsThere() throws IOException {
    URI nobody;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    var profiles = new ProfileService(config(nobody));

    assertThatThrownBy(() -> profiles.snapshots(ANYBODY))
        .isInstanceOfSatisfying(Problem.class, ProfileServiceTest::isUnavailable)
        .hasMessageContaining("it did not answer");
  }

  @Test
  void saysThatItsAddressIsMissing() {
    var profiles = new ProfileService(config(null));

    assertThatThrownBy(() -> profiles.snapshots(ANYBODY))
        .isInstanceOfSatisfying(Problem.class, ProfileServiceTest::isUnavailable)
        .hasMessageContaining("campanile.profile-service.url");
  }

  private static void isUnavailable(Problem problem) {
    if (problem.status() != 503 || !problem.code().equals("PROFILE_SERVICE_UNAVAILABLE")) {
      throw new AssertionError(problem.status() + " " + problem.code());
    }
  }

  private static ProfileServiceConfig config(@Nullable URI url) {
    return new ProfileServiceConfig() {
      @Override
      public Optional<URI> url() {
        return Optional.ofNullable(url);
      }

      @Override
      public Optional<String> key() {
        return Optional.empty();
      }

      @Override
      public Duration timeout() {
        return Duration.ofSeconds(2);
      }
    };
  }
}

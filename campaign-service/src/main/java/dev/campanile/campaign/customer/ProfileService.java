package dev.campanile.campaign.customer;

import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProfileSnapshots;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.ReachRequested;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks profile-service. Call it outside of transactions. When there is no answer, whoever asked is
 * told with 503, and nothing has happened.
 */
@ApplicationScoped
public class ProfileService {

  private static final Logger LOG = Logger.getLogger(ProfileService.class);

  private final ProfileServiceConfig config;
  private final HttpClient http;

  ProfileService(ProfileServiceConfig config) {
    this.config = config;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.timeout())
            .build();
  }

  /** Whom a message would reach. */
  public ReachAnswer reach(ReachRequested asked) {
    HttpResponse<byte[]> answer;
    try {
      answer = send("/v1/segments/" + asked.segment() + ":reach", asked);
    } catch (HttpConnectTimeoutException e) {
      throw unavailable("it did not answer", e);
    } catch (HttpTimeoutException e) {
      LOG.warnf("profile-service did not say in time whom %s reaches", asked.segment());
      return new ReachAnswer.TooSlow();
    } catch (IOException e) {
      throw unavailable("it did not answer", e);
    }
    return switch (answer.statusCode()) {
      case 404 -> new ReachAnswer.NoSuchSegment();
      // Its own time for a count was over.
      case 503 -> new ReachAnswer.TooSlow();
      default -> new ReachAnswer.Told(read(answer, Reach.class));
    };
  }

  public ProfileSnapshots snapshots(SnapshotsRequested asked) {
    try {
      return read(send("/v1/profiles:snapshots", asked), ProfileSnapshots.class);
    } catch (IOException e) {
      throw unavailable("it did not answer", e);
    }
  }

  private HttpResponse<byte[]> send(String path, Object body) throws IOException {
    URI url = config.url().orElseThrow(() -> unavailable("its address is not configured", null));
    HttpRequest request =
        HttpRequest.newBuilder(url.resolve(path))
            .timeout(config.timeout())
            .header("Authorization", "Bearer " + config.key().orElse(""))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireFormat.write(body)))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("it did not answer", e);
    }
  }

  private static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
    if (answer.statusCode() != 200) {
      throw unavailable("it answered " + answer.statusCode(), null);
    }
    try {
      return WireFormat.read(answer.body(), type);
    } catch (MalformedRecordException e) {
      throw unavailable("its answer cannot be read", e);
    }
  }

  private static Problem unavailable(String why, @Nullable Exception e) {
    LOG.warnf(e, "profile-service could not be asked: %s", why);
    return Problem.of(
        503,
        "PROFILE_SERVICE_UNAVAILABLE",
        "profile-service could not be asked: "
            + why
            + ". Nothing was sent or changed; try again with the same Idempotency-Key, and look at"
            + " campanile.profile-service.url and .key when it stays so.");
  }
}

package dev.campanile.local.twilio;

import dev.campanile.local.http.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Posts signed forms to the provider's customer, a bounded number at once. */
final class Webhooks implements AutoCloseable {
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final TwilioAccount account;
  private final Semaphore permits = new Semaphore(AT_ONCE);
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Webhooks(TwilioAccount account) {
    this.account = account;
  }

  HttpResponse<String> post(String url, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", WebhookSignature.of(url, fields, account.authToken()))
            .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
            .header("User-Agent", "TwilioProxy/1.1")
            .POST(HttpRequest.BodyPublishers.ofString(Fields.encode(fields)))
            .build();
    permits.acquire();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } finally {
      permits.release();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package dev.campanile.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwilioConversationTest {
  private static final UUID MESSAGE = UUID.fromString("29a85ea1-03dd-84d5-a79f-94720ea16e4b");

  @TempDir Path folder;

  private final ArrivalLog log = new ArrivalLog();

  @Test
  void takesAFormAndAnswersAsTheProviderDoes() throws Exception {
    HttpResponse<String> answer = post(Faults.NONE);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).contains("\"sid\":\"SM29a85ea103dd84d5a79f94720ea16e4b\"");
    assertThat(arrived()).isEqualTo("+442079460162 " + MESSAGE);
  }

  @Test
  void saysNoForNow() throws Exception {
    assertThat(post(new Faults(1, 0, 0, 0, 0)).statusCode()).isEqualTo(429);
    assertThat(log.messages()).isZero();
  }

  @Test
  void answersLate() throws Exception {
    long began = System.nanoTime();
    assertThat(post(Faults.delay(30)).statusCode()).isEqualTo(201);
    assertThat(System.nanoTime() - began).isGreaterThan(30_000_000);
  }

  private HttpResponse<String> post(Faults faults) throws Exception {
    String form =
        "From=%2B442079460000&To=%2B442079460162&Body=Hello&StatusCallback="
            + "http%3A%2F%2F127.0.0.1%2Fv1%2Fcallbacks%3Fm%3D"
            + MESSAGE
            + "%26a%3D1";
    try (EventLoop loop =
            EventLoop.start(
                "provider",
                0,
                () -> new TwilioConversation(log, () -> faults, new SplittableRandom(1)));
        HttpClient http = HttpClient.newHttpClient()) {
      String url = "http://127.0.0.1:" + loop.port() + "/2010-04-01/Accounts/AC1/Messages.json";
      return http.send(
          HttpRequest.newBuilder(URI.create(url))
              .version(HttpClient.Version.HTTP_1_1)
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private String arrived() throws IOException {
    Path file = folder.resolve("arrivals");
    log.writeTo(file);
    Arrival arrival = ArrivalLog.read(file).getFirst();
    return arrival.address() + " " + arrival.message();
  }
}

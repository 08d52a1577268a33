package dev.campanile.local.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.http.LocalJson;
import dev.campanile.local.mail.MailServer;
import dev.campanile.local.twilio.TwilioAccount;
import dev.campanile.local.twilio.TwilioSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The simulators with their control API on free ports; each test begins with none of the past. */
public final class SimulatorsFixture
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  public static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");
  private static final TwilioAccount ACCOUNT = TwilioAccount.LOCAL;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private volatile Instant now = MORNING;
  private final MailServer mail;
  private final LocalHttp http;
  private final TwilioSimulator twilio;

  public SimulatorsFixture() {
    try {
      mail = MailServer.start(0, () -> now);
      http = LocalHttp.start(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    twilio = TwilioSimulator.on(http, ACCOUNT, () -> now);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    new SimulatorControl(mail, twilio).addTo(http);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    now = MORNING;
    delete("/simulators/behaviour");
    delete("/simulators/messages");
    put("/simulators/twilio/inbound-url", "{\"url\":\"\"}");
    put("/simulators/twilio/templates", "[]");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    twilio.close();
    http.close();
    mail.close();
  }

  public void passes(Duration time) {
    now = now.plus(time);
  }

  public String baseUrl() {
    return http.baseUrl();
  }

  public int smtpPort() {
    return mail.port();
  }

  public HttpResponse<String> put(String path, String json) throws Exception {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> post(String path, String json) throws Exception {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) throws Exception {
    return send(request(path).DELETE());
  }

  public String getText(String path) throws Exception {
    return send(request(path).GET()).body();
  }

  public JsonNode get(String path) throws Exception {
    return LocalJson.read(getText(path), JsonNode.class);
  }

  /** A call of the provider's API, with the account's credentials. */
  public HttpResponse<String> postForm(String path, String form) throws Exception {
    return send(
        request(path)
            .header("Authorization", credentials(ACCOUNT.authToken()))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  public HttpResponse<String> getAs(String token, String path) throws Exception {
    return send(request(path).header("Authorization", credentials(token)).GET());
  }

  private static String credentials(String token) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((ACCOUNT.sid() + ":" + token).getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(http.baseUrl() + path))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

package dev.campanile.local.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.campanile.local.http.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets the real SDK talk to another host: all it would send goes to the simulator. */
final class RedirectedTwilioHttp extends HttpClient {
  private final java.net.http.HttpClient client = java.net.http.HttpClient.newHttpClient();
  private final String baseUrl;

  RedirectedTwilioHttp(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  @Override
  public Response makeRequest(Request request) {
    URI real = URI.create(request.constructURL().toString());
    String query = real.getRawQuery() == null ? "" : "?" + real.getRawQuery();
    Map<String, String> form = new LinkedHashMap<>();
    request.getPostParams().forEach((name, values) -> form.put(name, values.get(0)));
    HttpRequest redirected =
        HttpRequest.newBuilder(URI.create(baseUrl + real.getRawPath() + query))
            .header("Authorization", request.getAuthString())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(
                request.getMethod().toString(),
                HttpRequest.BodyPublishers.ofString(Fields.encode(form)))
            .build();
    try {
      HttpResponse<String> answer = client.send(redirected, HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

package dev.campanile.gateway.twilio;

import com.twilio.constant.EnumConstants;
import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's HTTP, asked once. The SDK's own client sends a request again after every 5xx, which may
 * be a second message, and sets no time-out below thirty seconds.
 */
final class TwilioHttp extends HttpClient implements AutoCloseable {

  private static final Duration DEFAULT_RETRY = Duration.ofSeconds(1);
  private static final long LONGEST_RETRY_SECONDS = 3_600;

  private final @Nullable URI baseUrl;
  private final CloseableHttpClient http;

  TwilioHttp(TwilioConfig config) {
    baseUrl = config.baseUrl().orElse(null);
    Timeout connect = Timeout.of(config.connectTimeout());
    Timeout answer = Timeout.of(config.answerTimeout());
    int connections = 2 * config.concurrency() + 2;
    http =
        HttpClientBuilder.create()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(connections)
                    .setMaxConnPerRoute(connections)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(connect)
                            .setSocketTimeout(answer)
                            // A connection the other side has closed looks like a doubt later.
                            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(connect)
                    .setResponseTimeout(answer)
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response reliableRequest(Request request, int[] retryCodes, int retries, long delay) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    try {
      return http.execute(toHttp(request), TwilioHttp::answer);
    } catch (ConnectTimeoutException
        | ConnectionRequestTimeoutException
        | ConnectException
        | NoRouteToHostException
        | UnknownHostException
        | SSLHandshakeException e) {
      throw new NotConnected(e.getClass().getSimpleName(), e);
    } catch (IOException e) {
      throw new ApiConnectionException(e.getClass().getSimpleName(), e);
    }
  }

  private static Response answer(ClassicHttpResponse response) throws IOException {
    if (response.getCode() == 429) {
      throw new Throttled(retryAfter(response.getFirstHeader("Retry-After")));
    }
    byte[] body =
        response.getEntity() == null
            ? new byte[0]
            : EntityUtils.toByteArray(response.getEntity(), 1_000_000);
    return new Response(new ByteArrayInputStream(body), response.getCode(), response.getHeaders());
  }

  private static Duration retryAfter(@Nullable Header header) {
    if (header == null || !header.getValue().matches("\\d{1,9}")) {
      return DEFAULT_RETRY;
    }
    long seconds = Long.parseLong(header.getValue());
    return Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_RETRY_SECONDS));
  }

  private HttpUriRequestBase toHttp(Request request) {
    var outgoing = new HttpUriRequestBase(request.getMethod().name(), address(request));
    outgoing.setHeader("Authorization", request.getAuthString());
    outgoing.setHeader("Accept", "application/json");
    for (Map.Entry<String, List<String>> header : request.getHeaderParams().entrySet()) {
      header.getValue().forEach(value -> outgoing.addHeader(header.getKey(), value));
    }
    if (request.getMethod() != HttpMethod.GET) {
      boolean json = request.getContentType() == EnumConstants.ContentType.JSON;
      outgoing.setEntity(
          json
              ? new StringEntity(request.getBody(), ContentType.APPLICATION_JSON)
              : new StringEntity(
                  request.encodeFormBody(), ContentType.APPLICATION_FORM_URLENCODED));
    }
    return outgoing;
  }

  private URI address(Request request) {
    URI real = URI.create(request.constructURL().toString());
    URI base = baseUrl;
    if (base == null) {
      return real;
    }
    String query = real.getRawQuery() == null ? "" : "?" + real.getRawQuery();
    return URI.create(
        base.getScheme() + "://" + base.getRawAuthority() + real.getRawPath() + query);
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}

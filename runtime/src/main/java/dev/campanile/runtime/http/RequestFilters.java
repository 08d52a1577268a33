package dev.campanile.runtime.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens to a request before an endpoint is looked for. */
@ApplicationScoped
class RequestFilters {

  /** Before Quarkus' own handler, which would hang up without a word. */
  private static final int BEFORE_THE_LIMIT = 1_000;

  /** After it: this one sends the request around again. */
  private static final int EARLY = 900;

  private static final Pattern ENCODED_COLON = Pattern.compile("%3[Aa]");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final long largestBody;
  private final ObjectMapper json;

  RequestFilters(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
          MemorySize largestBody,
      ObjectMapper json) {
    this.largestBody = largestBody.asLongValue();
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuseWhatIsTooLarge, BEFORE_THE_LIMIT);
    filters.register(RequestFilters::readColons, EARLY);
  }

  private void refuseWhatIsTooLarge(RoutingContext request) {
    String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null
        || !NUMBER.matcher(length).matches()
        || Long.parseLong(length) <= largestBody) {
      request.next();
      return;
    }
    Problem problem =
        Problem.of(
            413, "TOO_LARGE", "A body has at most " + largestBody + " bytes; send it in parts.");
    // The rest of the body is not read: the connection cannot be used again.
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemAnswer.TYPE)
        .putHeader(HttpHeaders.CONNECTION, "close")
        .end(text(problem));
  }

  /**
   * Some clients encode every colon of a path. To us {@code x%3Alaunch} is {@code x:launch}. What
   * may be done there is asked of the endpoint that is found in the end.
   */
  private static void readColons(RoutingContext request) {
    String uri = request.request().uri();
    int query = uri.indexOf('?');
    String path = query < 0 ? uri : uri.substring(0, query);
    String read = ENCODED_COLON.matcher(path).replaceAll(":");
    if (read.equals(path)) {
      request.next();
    } else {
      request.reroute(query < 0 ? read : read + uri.substring(query));
    }
  }

  private String text(Problem problem) {
    try {
      return json.writeValueAsString(ProblemAnswer.members(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is always JSON", e);
    }
  }
}

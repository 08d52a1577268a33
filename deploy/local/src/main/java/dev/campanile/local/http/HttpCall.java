package dev.campanile.local.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request with its path variables. */
public final class HttpCall {
  private final HttpExchange exchange;
  private final Map<String, String> pathVariables;
  private final String body;

  HttpCall(HttpExchange exchange, Map<String, String> pathVariables) throws IOException {
    this.exchange = exchange;
    this.pathVariables = pathVariables;
    this.body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  public String path() {
    return exchange.getRequestURI().getPath();
  }

  /** The value of {@code {name}} in the route's path. */
  public String variable(String name) {
    String value = pathVariables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no variable " + name);
    }
    return value;
  }

  public Fields query() {
    String query = exchange.getRequestURI().getRawQuery();
    return Fields.parse(query == null ? "" : query);
  }

  public Fields form() {
    return Fields.parse(body);
  }

  public String body() {
    return body;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }
}

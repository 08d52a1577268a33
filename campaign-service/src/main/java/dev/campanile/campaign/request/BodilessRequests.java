package dev.campanile.campaign.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * An action such as {@code :pause} needs no body, and whoever sends none need not say of what type
 * it is not.
 */
@ApplicationScoped
class BodilessRequests {

  private static final int PRIORITY = 100;

  void register(@Observes Filters filters) {
    filters.register(
        routing -> {
          HttpServerRequest request = routing.request();
          if (request.method() == HttpMethod.POST && isBodiless(request)) {
            request.headers().set("Content-Type", "application/json");
          }
          routing.next();
        },
        PRIORITY);
  }

  private static boolean isBodiless(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return request.getHeader("Transfer-Encoding") == null && (length == null || length.equals("0"));
  }
}

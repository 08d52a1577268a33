package dev.campanile.runtime.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS the API speaks HTTP/1.1 only. A client that offers an upgrade to HTTP/2, as Java's
 * own does with every first request, waited for an answer for ever in about one of 1,500 requests.
 * Over TLS HTTP/2 is negotiated as ever.
 */
@Singleton
class NoCleartextUpgrade implements HttpServerOptionsCustomizer {

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setHttp2ClearTextEnabled(false);
  }
}

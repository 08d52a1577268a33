package dev.campanile.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on 127.0.0.1 that answers each request on a virtual thread. Routes may be added
 * while it runs; the first that matches answers.
 */
public final class LocalHttp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalHttp.class);
  private static final int BACKLOG = 1024;

  static {
    // Without it the JDK's server waits 40 ms for more before it sends a small answer.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private record Entry(String method, PathPattern path, Route route) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  private LocalHttp(HttpServer server) {
    this.server = server;
  }

  /** Listens on the port; 0 takes any free one. */
  public static LocalHttp start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    LocalHttp http = new LocalHttp(server);
    server.createContext("/", http::handle);
    server.setExecutor(http.threads);
    server.start();
    return http;
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public LocalHttp on(String method, String path, Route route) {
    entries.add(new Entry(method, new PathPattern(path), route));
    return this;
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      HttpAnswer answer = answer(exchange);
      if (!answer.hangsUp()) {
        send(exchange, answer);
      }
    } catch (IOException e) {
      LOG.debug("The caller of {} went away", exchange.getRequestURI(), e);
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean pathKnown = false;
    for (Entry entry : entries) {
      var variables = entry.path().match(path);
      if (variables.isPresent()) {
        pathKnown = true;
        if (entry.method().equals(exchange.getRequestMethod())) {
          return answer(entry.route(), new HttpCall(exchange, variables.get()));
        }
      }
    }
    return pathKnown
        ? problem(405, "METHOD_NOT_ALLOWED", exchange.getRequestMethod() + " is not offered here.")
        : problem(404, "NOT_FOUND", "There is nothing at " + path + ".");
  }

  private static HttpAnswer answer(Route route, HttpCall call) {
    try {
      return route.answer(call);
    } catch (BadRequest e) {
      return problem(400, "BAD_REQUEST", String.valueOf(e.getMessage()));
    } catch (Exception e) {
      LOG.error("No answer for {}", call.path(), e);
      return problem(500, "UNEXPECTED", "See the platform's log.");
    }
  }

  private static HttpAnswer problem(int status, String code, String detail) {
    return HttpAnswer.json(status, Map.of("code", code, "detail", detail));
  }

  private static void send(HttpExchange exchange, HttpAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    if (!answer.contentType().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    }
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

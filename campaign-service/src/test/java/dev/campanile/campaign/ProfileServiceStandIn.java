package dev.campanile.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProfileSnapshots;
import dev.campanile.contracts.ProfileSnapshots.Snapshot;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.contracts.SnapshotsRequested.Customer;
import dev.campanile.contracts.WireFormat;
import dev.campanile.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Answers like profile-service. Tests tell it over HTTP, see {@link Profiles}: it lives in another
 * class loader than they do.
 */
final class ProfileServiceStandIn implements AutoCloseable {

  static final String KEY = "profile-key-0123456789";

  /** Said of a segment that nobody answers for. */
  static final String SILENCE = "SILENCE";

  /** Said of a segment that takes too long to be counted, before how many times it does. */
  static final String TOO_SLOW = "TOO SLOW ";

  private static final Reach USUAL =
      new Reach(100, Map.of(Channel.EMAIL, 100L), List.of(), Map.of(), 0, TestClock.START);

  private final HttpServer server;
  private final Map<String, byte[]> reach = new ConcurrentHashMap<>();
  private final Map<Customer, Snapshot> profiles = new ConcurrentHashMap<>();

  private ProfileServiceStandIn(HttpServer server) {
    this.server = server;
  }

  static ProfileServiceStandIn start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var standIn = new ProfileServiceStandIn(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", standIn::answer);
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      if (path.startsWith("/stand-in/segments/")) {
        reach.put(path.substring("/stand-in/segments/".length()), body);
        send(exchange, 200, body);
      } else if (path.equals("/stand-in/profiles")) {
        learn(WireFormat.read(body, Snapshot.class));
        send(exchange, 200, body);
      } else if (!("Bearer " + KEY)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, new byte[0]);
      } else if (path.equals("/v1/profiles:snapshots")) {
        send(
            exchange,
            200,
            WireFormat.write(snapshots(WireFormat.read(body, SnapshotsRequested.class))));
      } else {
        sendReach(exchange, path.replaceAll("^/v1/segments/|:reach$", ""));
      }
    } catch (MalformedRecordException e) {
      send(exchange, 400, new byte[0]);
    }
  }

  private void learn(Snapshot profile) {
    profiles.put(Customer.of(profile.profileId()), profile);
    if (profile.externalId() != null) {
      profiles.put(new Customer(null, profile.externalId()), profile);
    }
  }

  private ProfileSnapshots snapshots(SnapshotsRequested asked) {
    return new ProfileSnapshots(
        asked.customers().stream()
            .filter(profiles::containsKey)
            .map(profiles::get)
            .map(found -> told(found, asked.fields()))
            .toList());
  }

  private static Snapshot told(Snapshot found, List<String> fields) {
    Map<String, Object> told =
        found.fields().entrySet().stream()
            .filter(field -> fields.contains(field.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Snapshot(
        found.profileId(), found.externalId(), found.cardVersion(), found.locale(), told);
  }

  private void sendReach(HttpExchange exchange, String segment) throws IOException {
    byte[] said = reach.getOrDefault(segment, WireFormat.write(USUAL));
    String word = new String(said, UTF_8);
    if (word.equals(SILENCE)) {
      return;
    }
    if (word.startsWith(TOO_SLOW)) {
      int left = Integer.parseInt(word.substring(TOO_SLOW.length())) - 1;
      reach.put(segment, left > 0 ? (TOO_SLOW + left).getBytes(UTF_8) : WireFormat.write(USUAL));
      send(exchange, 503, new byte[0]);
      return;
    }
    send(exchange, said.length == 0 ? 404 : 200, said);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

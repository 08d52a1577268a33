package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server that says what it is told to say at each step: a reply, {@link #SILENCE} or {@link
 * #HANG_UP}.
 */
final class ScriptedSmtp implements AutoCloseable {

  static final String SILENCE = "silence";
  static final String HANG_UP = "hang up";

  private static final Map<String, String> POLITE =
      Map.of(
          "CONNECT", "220 ready",
          "EHLO", "250 ENHANCEDSTATUSCODES",
          "MAIL", "250 2.1.0 ok",
          "RCPT", "250 2.1.5 ok",
          "DATA", "354 go on",
          ".", "250 2.0.0 taken",
          "RSET", "250 2.0.0 ok",
          "QUIT", "221 2.0.0 bye");

  private final ServerSocket server;
  private final Map<String, String> script = new ConcurrentHashMap<>(POLITE);
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  ScriptedSmtp at(String step, String reply) {
    script.put(step, reply);
    return this;
  }

  long taken() {
    return commands.stream().filter("."::equals).count();
  }

  List<String> commands() {
    return commands;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      OutputStream out = socket.getOutputStream();
      boolean data = false;
      for (String line = "CONNECT"; line != null; line = in.readLine()) {
        if (data && !line.equals(".")) {
          continue;
        }
        String step = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        commands.add(line);
        String reply = script.getOrDefault(step, "500 what?");
        if (reply.equals(SILENCE)) {
          closed.await();
        }
        if (reply.equals(HANG_UP)) {
          return;
        }
        data = step.equals("DATA") && reply.startsWith("354");
        out.write((reply + "\r\n").getBytes(UTF_8));
        out.flush();
      }
    } catch (IOException | InterruptedException _) {
      // The client is gone, or the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}

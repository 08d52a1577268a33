package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that says what it is told to say at each step: a reply, {@link #SILENCE} or {@link
 * #HANG_UP}. A step is a whole command, or its first word; {@code CONNECT}; {@code .} for the final
 * dot; or {@code BODY} for the first line of a mail, where an empty reply is normal.
 */
final class ScriptedSmtp implements AutoCloseable {

  static final String SILENCE = "silence";
  static final String HANG_UP = "hang up";

  private final ServerSocket server;
  private final SmtpScript script = new SmtpScript();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> mails = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger talkedAhead = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean octetByOctet;
  private volatile int answersAtDataUntil;
  private volatile boolean implicitTls;
  private volatile @Nullable SSLContext tls;

  ScriptedSmtp() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  static ScriptedSmtp pipelining() {
    return new ScriptedSmtp()
        .at("EHLO", "250-scripted\r\n250-8BITMIME\r\n250-SIZE 20000000\r\n250 PIPELINING");
  }

  int port() {
    return server.getLocalPort();
  }

  ScriptedSmtp at(String step, String reply) {
    script.at(step, reply);
    return this;
  }

  ScriptedSmtp onceAt(String step, String reply) {
    script.onceAt(step, reply);
    return this;
  }

  /** After the one step, the other is answered so, once. */
  ScriptedSmtp afterStep(String step, String next, String reply) {
    script.afterStep(step, next, reply);
    return this;
  }

  ScriptedSmtp slowlyAt(String step, long millis) {
    script.slowlyAt(step, millis);
    return this;
  }

  /** Is polite again. */
  void forget() {
    script.forget();
  }

  ScriptedSmtp octetByOctet() {
    octetByOctet = true;
    return this;
  }

  /** Says nothing before DATA has come; when so many mails are taken, it answers at once. */
  ScriptedSmtp answeringOnlyAtDataUntil(int mails) {
    answersAtDataUntil = mails;
    return this;
  }

  ScriptedSmtp withTls(SSLContext context) {
    tls = context;
    return this;
  }

  ScriptedSmtp withImplicitTls(SSLContext context) {
    implicitTls = true;
    return withTls(context);
  }

  long taken() {
    return commands.stream().filter("."::equals).count();
  }

  List<String> commands() {
    return commands;
  }

  /** As they came, dots doubled, the final one not among it. */
  List<String> mails() {
    return mails;
  }

  int connections() {
    return sockets.size();
  }

  /** How many commands came before the one before them was answered. */
  int talkedAhead() {
    return talkedAhead.get();
  }

  /** Closes what is connected now. */
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
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

  private void talk(Socket plain) {
    try (plain) {
      boolean turnsToTls = talk(implicitTls ? encrypted(plain) : plain, true);
      if (turnsToTls) {
        talk(encrypted(plain), false);
      }
    } catch (IOException | InterruptedException _) {
      // The client is gone, or the test is over.
    }
  }

  /** Until the end, or true when TLS comes next. */
  private boolean talk(Socket socket, boolean greets) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    StringBuilder mail = null;
    StringBuilder held = new StringBuilder();
    for (String line = greets ? "CONNECT" : in.readLine(); line != null; line = in.readLine()) {
      if (mail != null && !line.equals(".")) {
        if (mail.isEmpty() && silentOrGone(script.reply("BODY"))) {
          return false;
        }
        mail.append(line).append("\r\n");
        continue;
      }
      if (mail != null) {
        mails.add(mail.toString());
        mail = null;
      }
      commands.add(line);
      String reply = script.reply(line);
      Thread.sleep(script.delay(line));
      if (silentOrGone(reply)) {
        return false;
      }
      if (in.ready()) {
        talkedAhead.incrementAndGet();
      }
      held.append(reply).append("\r\n");
      if (answersAtDataUntil <= taken() || line.equals("DATA") || taken() == 0 && isOpening(line)) {
        write(socket, held.toString());
        held.setLength(0);
      }
      if (line.equals("DATA") && reply.startsWith("354")) {
        mail = new StringBuilder();
      }
      if (line.equals("STARTTLS") && reply.startsWith("220")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpening(String line) {
    return line.equals("CONNECT") || line.startsWith("EHLO") || line.startsWith("HELO");
  }

  private boolean silentOrGone(String reply) throws InterruptedException {
    if (reply.equals(SILENCE)) {
      closed.await();
    }
    return reply.equals(SILENCE) || reply.equals(HANG_UP);
  }

  private void write(Socket socket, String reply) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] octets = reply.getBytes(UTF_8);
    if (!octetByOctet) {
      out.write(octets);
      return;
    }
    for (byte octet : octets) {
      out.write(octet);
      out.flush();
    }
  }

  private Socket encrypted(Socket plain) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            requireNonNull(tls).getSocketFactory().createSocket(plain, null, plain.getPort(), true);
    socket.setUseClientMode(false);
    return socket;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    hangUp();
  }
}

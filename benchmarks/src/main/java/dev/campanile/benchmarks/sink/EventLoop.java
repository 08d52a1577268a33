package dev.campanile.benchmarks.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A server on 127.0.0.1 with one thread for all its connections: on a machine that also runs what
 * is measured, a receiver must cost as little as it can.
 */
final class EventLoop implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final Selector selector;
  private final ServerSocketChannel server;
  private final Supplier<Conversation> conversations;
  private final PriorityQueue<Connection> paused =
      new PriorityQueue<>(Comparator.comparingLong(Connection::pausedUntil));

  private EventLoop(
      Selector selector, ServerSocketChannel server, Supplier<Conversation> conversations) {
    this.selector = selector;
    this.server = server;
    this.conversations = conversations;
  }

  /**
   * @param port 0 takes any free one
   */
  static EventLoop start(String name, int port, Supplier<Conversation> conversations)
      throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    EventLoop loop = new EventLoop(selector, server, conversations);
    Thread.ofPlatform().name(name).daemon().start(loop::run);
    return loop;
  }

  int port() {
    return server.socket().getLocalPort();
  }

  private void run() {
    try {
      while (selector.isOpen()) {
        selector.select(this::ready, untilNextPauseEnds());
        endPauses();
      }
    } catch (ClosedSelectorException _) {
      // Asked to stop.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In milliseconds, 0 for ever. */
  private long untilNextPauseEnds() {
    Connection next = paused.peek();
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.pausedUntil() - System.nanoTime()));
  }

  private void endPauses() {
    for (Connection next = paused.peek();
        next != null && next.pausedUntil() - System.nanoTime() <= 0;
        next = paused.peek()) {
      Connection ended = paused.poll();
      if (ended != null) {
        proceed(ended, ended::goOn);
      }
    }
  }

  private void ready(SelectionKey key) {
    if (key.attachment() instanceof Connection connection) {
      boolean waited = connection.paused();
      if (!key.isValid()) {
        connection.close();
      } else if (key.isReadable()) {
        proceed(connection, connection::readable, waited);
      } else if (key.isWritable()) {
        proceed(connection, connection::goOn, waited);
      }
    } else {
      accept();
    }
  }

  private interface Step {
    boolean take() throws IOException;
  }

  private void proceed(Connection connection, Step step) {
    proceed(connection, step, false);
  }

  /**
   * @param queued whether the connection's pause is known already
   */
  private void proceed(Connection connection, Step step, boolean queued) {
    try {
      if (!step.take()) {
        connection.close();
      } else if (connection.paused() && !queued) {
        paused.add(connection);
      }
    } catch (IOException _) {
      connection.close();
    }
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Connection connection = new Connection(channel, key, conversations.get());
        key.attach(connection);
        connection.begin();
      }
    } catch (IOException _) {
      // Whoever called is gone again.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}

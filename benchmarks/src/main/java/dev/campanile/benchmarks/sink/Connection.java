package dev.campanile.benchmarks.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** The bytes of one connection on their way in and out. */
final class Connection implements Conversation.Answer {
  private static final int FIRST_SIZE = 32 << 10;
  private static final int LARGEST = 4 << 20;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Conversation conversation;
  private ByteBuffer in = ByteBuffer.allocate(FIRST_SIZE);
  private ByteBuffer out = ByteBuffer.allocate(FIRST_SIZE);
  private int read;
  private long pausedUntil;
  private boolean paused;
  private boolean ending;

  Connection(SocketChannel channel, SelectionKey key, Conversation conversation) {
    this.channel = channel;
    this.key = key;
    this.conversation = conversation;
  }

  void begin() throws IOException {
    conversation.begins(this);
    goOn();
  }

  boolean paused() {
    return paused;
  }

  long pausedUntil() {
    return pausedUntil;
  }

  /** Returns whether the connection goes on. */
  boolean readable() throws IOException {
    makeRoom();
    if (channel.read(in) < 0) {
      return false;
    }
    return paused || goOn();
  }

  /** Hears what has come, says what there is to say; returns whether the connection goes on. */
  boolean goOn() throws IOException {
    if (!key.isValid()) {
      return false;
    }
    paused = false;
    int before = -1;
    while (!paused && !ending && before != read) {
      before = read;
      read = conversation.hears(in.array(), read, in.position(), this);
    }
    if (paused) {
      return true;
    }
    return flush() || !ending;
  }

  /** Returns whether something is left to be written. */
  private boolean flush() throws IOException {
    out.flip();
    if (out.hasRemaining()) {
      channel.write(out);
    }
    boolean left = out.hasRemaining();
    out.compact();
    int interest = left ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    if (key.interestOps() != interest) {
      key.interestOps(interest);
    }
    return left;
  }

  private void makeRoom() throws IOException {
    if (read > 0) {
      in.flip().position(read);
      in.compact();
      read = 0;
    }
    if (!in.hasRemaining()) {
      if (in.capacity() >= LARGEST) {
        throw new IOException("more than " + LARGEST + " bytes that cannot be understood");
      }
      in = ByteBuffer.wrap(Arrays.copyOf(in.array(), in.capacity() * 2)).position(in.position());
    }
  }

  @Override
  public void say(byte[] text) {
    if (out.remaining() < text.length) {
      int size = Math.max(out.capacity() * 2, out.position() + text.length);
      out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size)).position(out.position());
    }
    out.put(text);
  }

  @Override
  public void pause(long millis) {
    paused = true;
    pausedUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Override
  public void hangUp() {
    ending = true;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }
}

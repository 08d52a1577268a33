package dev.campanile.benchmarks.sinks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client's connection that sends bytes and counts what marks the end of an answer. */
final class RawConnection implements AutoCloseable {
  private final SocketChannel channel;
  private final ByteBuffer in = ByteBuffer.allocate(16 << 10);

  RawConnection(int port) throws IOException {
    channel = SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    in.limit(0);
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** Reads until the mark has come so often. */
  void await(char mark, int times) throws IOException {
    int left = times;
    while (left > 0) {
      if (!in.hasRemaining()) {
        in.clear();
        if (channel.read(in) < 0) {
          throw new IOException("the sink hung up");
        }
        in.flip();
      }
      if (in.get() == mark) {
        left--;
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

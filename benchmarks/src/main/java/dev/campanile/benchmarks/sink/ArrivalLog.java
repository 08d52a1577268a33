package dev.campanile.benchmarks.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** All that arrived, as bytes: a million messages take some 80 MB and no collection of garbage. */
public final class ArrivalLog {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_ADDRESS = 320;
  private static final int FIXED = Long.BYTES * 3 + Integer.BYTES + Short.BYTES;

  private final List<ByteBuffer> full = new ArrayList<>();
  private ByteBuffer current = ByteBuffer.allocate(CHUNK);
  private long messages;
  private long bytes;

  synchronized void add(byte[] address, UUID message, int size) {
    int length = Math.min(address.length, LONGEST_ADDRESS);
    if (current.remaining() < FIXED + length) {
      full.add(current.flip());
      current = ByteBuffer.allocate(CHUNK);
    }
    Instant now = Instant.now();
    current
        .putLong(now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000)
        .putLong(message.getMostSignificantBits())
        .putLong(message.getLeastSignificantBits())
        .putInt(size)
        .putShort((short) length)
        .put(address, 0, length);
    messages++;
    bytes += size;
  }

  synchronized long messages() {
    return messages;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized void clear() {
    full.clear();
    current.clear();
    messages = 0;
    bytes = 0;
  }

  synchronized void writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      for (ByteBuffer chunk : full) {
        out.write(chunk.array(), 0, chunk.limit());
      }
      out.write(current.array(), 0, current.position());
    }
  }

  /** What {@link #writeTo} wrote. */
  public static List<Arrival> read(Path file) throws IOException {
    ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(file));
    List<Arrival> arrivals = new ArrayList<>();
    while (written.hasRemaining()) {
      long at = written.getLong();
      UUID message = new UUID(written.getLong(), written.getLong());
      int size = written.getInt();
      byte[] address = new byte[written.getShort()];
      written.get(address);
      arrivals.add(new Arrival(new String(address, StandardCharsets.UTF_8), message, at, size));
    }
    return arrivals;
  }
}

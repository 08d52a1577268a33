package dev.campanile.local.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log read in turns: first its last lines, then what was added since. */
final class LogFile {
  private static final int FIRST_BYTES = 16_384;

  private final String name;
  private final Path file;
  private long position = -1;

  LogFile(String name, Path file) {
    this.name = name;
    this.file = file;
  }

  String name() {
    return name;
  }

  /** Whole lines only; the rest waits for its end. */
  List<String> next() throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
      long length = access.length();
      boolean cutAtTheStart = false;
      if (position < 0) {
        position = Math.max(0, length - FIRST_BYTES);
        cutAtTheStart = position > 0;
      } else if (length < position) {
        position = 0;
      }
      byte[] added = new byte[(int) Math.min(Integer.MAX_VALUE / 2, length - position)];
      access.seek(position);
      access.readFully(added);
      int end = lastLineBreak(added) + 1;
      position += end;
      String text = new String(added, 0, end, StandardCharsets.UTF_8);
      return text.lines().skip(cutAtTheStart ? 1 : 0).toList();
    }
  }

  private static int lastLineBreak(byte[] bytes) {
    int at = bytes.length - 1;
    while (at >= 0 && bytes[at] != '\n') {
      at--;
    }
    return at;
  }
}

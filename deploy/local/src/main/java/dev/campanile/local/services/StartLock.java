package dev.campanile.local.services;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one launcher at a time start or stop things here. It ends with the process. */
final class StartLock implements AutoCloseable {
  private final FileChannel channel;

  private StartLock(FileChannel channel) {
    this.channel = channel;
  }

  static StartLock take(Folders folders) {
    Path file = folders.stateFile().resolveSibling("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new CannotContinue(
            "Another ./campanile is just starting or stopping things here. Wait until it is done.");
      }
      return new StartLock(channel);
    } catch (IOException e) {
      throw new CannotContinue("%s could not be written: %s.".formatted(file, e), e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new CannotContinue("The start lock could not be let go: " + e.getMessage(), e);
    }
  }
}

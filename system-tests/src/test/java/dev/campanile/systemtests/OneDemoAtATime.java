package dev.campanile.systemtests;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A repository runs one demo; the classes that do take turns, also in two processes. */
final class OneDemoAtATime implements BeforeAllCallback, AfterAllCallback {

  private static final Namespace HERE = Namespace.create(OneDemoAtATime.class);

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    Path file = Installation.repository().resolve("system-tests/target/demo.lock");
    Files.createDirectories(file.getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    context.getStore(HERE).put(FileChannel.class, channel);
  }

  /** The lock goes with its channel. */
  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    FileChannel channel = context.getStore(HERE).get(FileChannel.class, FileChannel.class);
    if (channel != null) {
      channel.close();
    }
  }
}

package dev.campanile.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL 18 from embedded binaries, durable, on 127.0.0.1, with one database and one role for
 * each service. Its data outlives a restart and the sudden death of this process.
 */
public final class LocalPostgres implements AutoCloseable {
  private static final List<String> SERVICES = List.of("profile", "campaign", "gateway");
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final int port;
  private final EmbeddedPostgres server;
  private final ProcessHandle process;
  private final ParentDeathGuard guard;

  private LocalPostgres(
      int port, EmbeddedPostgres server, ProcessHandle process, ParentDeathGuard guard) {
    this.port = port;
    this.server = server;
    this.process = process;
    this.guard = guard;
  }

  /**
   * Starts the server over the folder's data, or over new data when there is none.
   *
   * @throws IOException with one sentence for the user when it does not come up
   */
  public static LocalPostgres start(Path folder, Path log, int port)
      throws IOException, InterruptedException {
    DataFolder data = new DataFolder(folder);
    LeftoverServer.stop(folder);
    data.prepare();
    EmbeddedPostgres server = launch(folder, log, port);
    try {
      PostmasterFile file = new PostmasterFile(folder);
      ProcessHandle process =
          file.server().orElseThrow(() -> new IOException("PostgreSQL ended. See " + log + "."));
      ParentDeathGuard guard = ParentDeathGuard.over(process, file.path());
      createDatabases(server, port);
      data.complete();
      return new LocalPostgres(port, server, process, guard);
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static EmbeddedPostgres launch(Path folder, Path log, int port) throws IOException {
    var builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setDataDirectoryCustomizer(_ -> restrictAccess(folder))
            .setOverrideWorkingDirectory(UnpackedBinaries.folder(folder).toFile())
            .setPGStartupWait(START_PATIENCE)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
    ServerSettings.durableAndLocal().forEach(builder::setServerConfig);
    ServerSettings.sameLocaleEverywhere().forEach(builder::setLocaleConfig);
    try {
      return builder.start();
    } catch (IOException | RuntimeException e) {
      throw new IOException("PostgreSQL does not start. See " + log + ".", e);
    }
  }

  private static void restrictAccess(Path folder) {
    try {
      AccessRules.write(folder, SERVICES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void createDatabases(EmbeddedPostgres server, int port) throws IOException {
    Databases databases = new Databases(server.getPostgresDatabase());
    for (String service : SERVICES) {
      try {
        databases.create(ServiceDatabase.local(service, port));
      } catch (SQLException e) {
        throw new IOException("The database " + service + " cannot be created.", e);
      }
    }
  }

  public int port() {
    return port;
  }

  /** By service: profile, campaign, gateway. */
  public Map<String, ServiceDatabase> databases() {
    Map<String, ServiceDatabase> databases = new LinkedHashMap<>();
    SERVICES.forEach(service -> databases.put(service, database(service)));
    return databases;
  }

  /** The database of one service. */
  public ServiceDatabase database(String service) {
    if (!SERVICES.contains(service)) {
      throw new IllegalArgumentException("there is no service " + service);
    }
    return ServiceDatabase.local(service, port);
  }

  /** The server's process while it runs. */
  Optional<ProcessHandle> process() {
    return Optional.of(process).filter(ProcessHandle::isAlive);
  }

  /** Stops the server and waits until it is gone: the library gives up after five seconds. */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      LeftoverServer.awaitEnd(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      guard.close();
    }
  }
}

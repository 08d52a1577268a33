package dev.campanile.profile.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.campanile.profile.workspace.WorkspaceConfig;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Works off imports, a batch in a transaction. Customers and progress commit together, so a crash
 * resumes behind the last batch and nothing is done twice.
 */
@ApplicationScoped
public class ImportRunner {

  private static final Logger LOG = Logger.getLogger(ImportRunner.class);
  private static final Duration IDLE = Duration.ofMillis(500);

  /** Some thirty customers of each bucket: a bucket's cards then leave in one row of the outbox. */
  private static final int BATCH = 2_000;

  /** From so many rows on the planner is told of them at once: a count may be asked for next. */
  private static final long LARGE = 1_000;

  private static final String TELL_THE_PLANNER =
      "analyze profile, profile_address, consent_state, suppression, service_case";
  private static final int MOST_ATTEMPTS = 5;

  private final Database database;
  private final ImportRepository imports;
  private final CustomerStore customers;
  private final WorkspaceConfig workspace;
  private final InstantSource clock;
  private final Duration lease;
  private @Nullable Worker worker;

  /** Touched by the worker's thread alone, and at the end, when there is none any more. */
  private volatile @Nullable OpenImport current;

  ImportRunner(
      Database database,
      ImportRepository imports,
      CustomerStore customers,
      WorkspaceConfig workspace,
      InstantSource clock,
      @ConfigProperty(name = "campanile.imports.lease", defaultValue = "PT30S") Duration lease) {
    this.database = database;
    this.imports = imports;
    this.customers = customers;
    this.workspace = workspace;
    this.clock = clock;
    this.lease = lease;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("imports", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
      OpenImport open = current;
      if (open != null) {
        database.inTransaction(handle -> imports.release(handle, open.job()));
      }
    }
  }

  /** A file was uploaded. */
  void wake() {
    if (worker != null) {
      worker.wake();
    }
  }

  /** One batch; whether there was one. */
  private boolean turn() {
    OpenImport open = current == null ? claim().orElse(null) : current;
    // A batch that fails leaves nothing open: the file is opened again where the database says.
    current = null;
    if (open == null) {
      return false;
    }
    if (work(open)) {
      current = open;
    }
    return true;
  }

  /** Claims an import and opens its file; one that failed too often is given up. */
  Optional<OpenImport> claim() {
    Optional<ImportJob> claimed = database.transaction(handle -> imports.claim(handle, lease));
    if (claimed.isPresent() && claimed.get().attempts() > MOST_ATTEMPTS) {
      fail(claimed.get(), "the rows behind this could not be stored, " + MOST_ATTEMPTS + " times");
      return Optional.empty();
    }
    return claimed.map(job -> OpenImport.open(job, workspace.zone()));
  }

  /** Stores the next batch; whether the file may go on. */
  boolean work(OpenImport open) {
    List<ReadRow> rows;
    try {
      rows = open.next(BATCH);
    } catch (CsvParseException e) {
      fail(open.job(), "the file cannot be read behind this: " + e.getMessage());
      return false;
    }
    boolean more = rows.size() == BATCH;
    database.inTransaction(
        handle -> {
          List<CustomerRow> taken = new ArrayList<>();
          for (ReadRow row : rows) {
            switch (row) {
              case ReadRow.Taken(var customer, _) -> taken.add(customer);
              case ReadRow.Refused _ -> {}
            }
          }
          imports.advance(handle, open.job(), taken.size(), rows.size() - taken.size(), lease);
          imports.refuse(handle, open.job().id(), open.kept(rows));
          if (!more) {
            imports.end(handle, open.job(), ImportJob.State.COMPLETED, null, clock.instant());
          }
          if (!taken.isEmpty()) {
            customers.store(handle, open.header(), taken, clock.instant());
          }
        });
    if (!more && open.rows() >= LARGE) {
      database.read(handle -> handle.execute(TELL_THE_PLANNER));
    }
    return more;
  }

  private void fail(ImportJob job, String failure) {
    LOG.warnf("import %s failed: %s", job.id(), failure);
    database.inTransaction(
        handle -> imports.end(handle, job, ImportJob.State.FAILED, failure, clock.instant()));
  }
}

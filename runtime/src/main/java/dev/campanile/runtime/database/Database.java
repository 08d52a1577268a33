package dev.campanile.runtime.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Plain SQL in JTA transactions, so that rows, entities and the outbox commit together.
 *
 * <p>Arrays bind to {@code unnest}: String, Integer, Long, Boolean and Instant; {@code uuid[]} by
 * {@link UuidArray}, {@code bytea[]} by {@link ByteaArray}.
 */
@ApplicationScoped
public class Database {

  /**
   * A condition that is always true: with it, the statement's transaction does not wait until it is
   * durable. Only for what may be lost when the server dies, and done again: as is all that came
   * after it.
   */
  public static final String DURABLE_LATER =
      "(select set_config('synchronous_commit', 'off', true)) = 'off'";

  private final Jdbi jdbi;
  private final List<TransactionStart> starts;

  Database(AgroalDataSource dataSource, @All List<TransactionStart> starts) {
    this.starts = starts;
    jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    // Bound values are addresses and texts of customers: they do not belong in logs.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArrayType(new TypedArrays());
    jdbi.registerArrayType(new InstantArrayType());
  }

  /** Joins the running transaction, or runs {@code work} in one of its own. */
  public <T> T transaction(Function<Handle, T> work) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                jdbi.withHandle(
                    handle -> {
                      starts.forEach(start -> start.started(handle));
                      return work.apply(handle);
                    }));
  }

  /** {@link #transaction(Function)} without a result. */
  public void inTransaction(Consumer<Handle> work) {
    QuarkusTransaction.joiningExisting()
        .run(
            () ->
                jdbi.useHandle(
                    handle -> {
                      starts.forEach(start -> start.started(handle));
                      work.accept(handle);
                    }));
  }

  /** A single statement that changes rows is a transaction of its own: one round trip, not two. */
  public <T> T statement(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  /** For reading that needs no transaction. */
  public <T> T read(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }
}

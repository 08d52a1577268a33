package dev.campanile.gateway.control;

import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Source;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The last word on each run; a run nobody spoke of may send. */
@ApplicationScoped
public class RunControls {

  private static final String STORE =
      """
      insert into run_control as c (scope, state, version, killed_version)
      select scope, state, version, killed
        from unnest(:scopes, :states, :versions, :killed) as n(scope, state, version, killed)
      on conflict (scope) do update
         set state = excluded.state, version = excluded.version,
             killed_version = greatest(c.killed_version, excluded.killed_version),
             changed_at = clock_timestamp(), settled = false
       where c.version < excluded.version
      """;

  private static final String OF_SCOPES =
      "select scope, state, version, killed_version from run_control where scope = any(:scopes)";

  /** The last word first: it is what people wait for. */
  private static final String UNSETTLED =
      """
      select scope, state, version, killed_version,
             changed_at < clock_timestamp() - cast(:transaction as interval) as old
        from run_control
       where not settled
       order by changed_at desc
      """;

  private static final String SETTLE =
      "update run_control set settled = true where scope = :scope and version = :version";

  /** Longer than any transaction: one that is running may have read what was said before. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(60);

  private final Event<ControlsChanged> changed;

  RunControls(Event<ControlsChanged> changed) {
    this.changed = changed;
  }

  void store(Handle handle, List<RunControl> controls) {
    Map<String, RunControl> newest = new TreeMap<>();
    controls.forEach(
        control ->
            newest.merge(control.scope(), control, (a, b) -> a.version() > b.version() ? a : b));
    var insert = handle.createUpdate(STORE);
    Columns.of(newest.values(), insert)
        .texts("scopes", RunControl::scope)
        .names("states", RunControl::state)
        .longs("versions", RunControl::version)
        .longs("killed", RunControl::killed);
    insert.execute();
    changed.fire(new ControlsChanged());
  }

  /** Those that messages of the ledger may not have met yet. */
  public List<Unsettled> unsettled(Handle handle) {
    return handle
        .createQuery(UNSETTLED)
        .bind("transaction", LONGEST_TRANSACTION.toString())
        .map((row, _) -> new Unsettled(controlOf(row), row.getBoolean("old")))
        .list();
  }

  /** Unless something else was said meanwhile. */
  public void settle(Handle handle, RunControl control) {
    handle
        .createUpdate(SETTLE)
        .bind("scope", control.scope())
        .bind("version", control.version())
        .execute();
  }

  /** What was said of the sources, and of everything; {@link Said#by} makes one of it. */
  public static Question<RunControl> of(Collection<Source> sources) {
    return new Question<>(
        OF_SCOPES,
        query -> query.bindArray("scopes", String.class, scopes(sources)),
        RunControls::controlOf);
  }

  /** All whose controls bind one of the sources, each once. */
  public static Set<String> scopes(Collection<Source> sources) {
    Set<String> scopes = new HashSet<>(Set.of(RunControl.EVERYTHING));
    sources.forEach(source -> scopes.add(scope(source)));
    return scopes;
  }

  static String scope(Source source) {
    return source.id().toString();
  }

  private static RunControl controlOf(ResultSet row) throws SQLException {
    return new RunControl(
        row.getString("scope"),
        RunControl.State.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getObject("killed_version", Long.class));
  }
}

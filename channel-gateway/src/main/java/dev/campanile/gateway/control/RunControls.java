package dev.campanile.gateway.control;

import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.RunState;
import dev.campanile.runtime.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The last word on each run; a run nobody spoke of may send. */
@ApplicationScoped
public class RunControls {

  private static final String STORE =
      """
      insert into run_control as c (scope, state, version)
      select scope, state, version from unnest(:scopes, :states, :versions) as n(scope, state, version)
      on conflict (scope) do update
         set state = excluded.state, version = excluded.version,
             changed_at = clock_timestamp(), settled = false
       where c.version < excluded.version
      """;

  private static final String OF_SCOPES =
      "select scope, state from run_control where scope = any(:scopes)";

  /** The last word first: it is what people wait for. */
  private static final String UNSETTLED =
      """
      select scope, state, version,
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
        .longs("versions", RunControl::version);
    insert.execute();
    changed.fire(new ControlsChanged());
  }

  /** Those that messages of the ledger may not have met yet. */
  public List<Unsettled> unsettled(Handle handle) {
    return handle
        .createQuery(UNSETTLED)
        .bind("transaction", LONGEST_TRANSACTION.toString())
        .map(
            (row, _) ->
                new Unsettled(
                    new RunControl(
                        row.getString("scope"),
                        RunControl.State.valueOf(row.getString("state")),
                        row.getLong("version")),
                    row.getBoolean("old")))
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

  /** What each source may do now. */
  public Map<Source, RunState> of(Handle handle, Collection<Source> sources) {
    Map<String, RunControl.State> said = new HashMap<>();
    handle
        .createQuery(OF_SCOPES)
        .bindArray("scopes", String.class, scopes(sources))
        .map(
            (row, _) ->
                Map.entry(row.getString("scope"), RunControl.State.valueOf(row.getString("state"))))
        .forEach(entry -> said.put(entry.getKey(), entry.getValue()));
    Map<Source, RunState> states = new HashMap<>();
    sources.forEach(
        source ->
            states.put(source, state(said.get(RunControl.EVERYTHING), said.get(scope(source)))));
    return states;
  }

  /**
   * The kill switch ends what it meets, and a pause of everything holds it; a run that was
   * cancelled stays so.
   */
  static RunState state(RunControl.@Nullable State everything, RunControl.@Nullable State run) {
    if (everything == RunControl.State.CANCELLED) {
      return RunState.KILLED;
    }
    if (run == RunControl.State.CANCELLED) {
      return RunState.CANCELLED;
    }
    return everything == RunControl.State.PAUSED || run == RunControl.State.PAUSED
        ? RunState.PAUSED
        : RunState.RUNNING;
  }

  /** All whose controls bind one of the sources, each once. */
  public static Set<String> scopes(Collection<Source> sources) {
    Set<String> scopes = new HashSet<>(Set.of(RunControl.EVERYTHING));
    sources.forEach(source -> scopes.add(scope(source)));
    return scopes;
  }

  private static String scope(Source source) {
    return source.id().toString();
  }
}

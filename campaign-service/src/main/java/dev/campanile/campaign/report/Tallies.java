package dev.campanile.campaign.report;

import dev.campanile.contracts.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The tallies of runs, counted no more often than counting may cost. Whoever watches the report of
 * a million messages every half second would otherwise take more of the database than sending them:
 * a count is shown for ten times as long as it took, so that all watchers together take a tenth of
 * one processor.
 */
@ApplicationScoped
class Tallies {

  private static final int SHOWN_FOR = 10;
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int RUNS_KEPT = 500;

  private final TallyRepository rows;
  private final Map<RunId, Counted> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Counted> eldest) {
          return size() > RUNS_KEPT;
        }
      };

  Tallies(TallyRepository rows) {
    this.rows = rows;
  }

  /** A tally for each of the runs. */
  Map<RunId, Tally> of(Handle handle, Collection<RunId> runs) {
    Map<RunId, Tally> tallies = recent(runs);
    List<RunId> unknown = runs.stream().filter(run -> !tallies.containsKey(run)).toList();
    if (!unknown.isEmpty()) {
      long began = System.nanoTime();
      Map<RunId, Tally> counted = rows.of(handle, unknown);
      keep(counted, (System.nanoTime() - began) / unknown.size());
      tallies.putAll(counted);
    }
    return tallies;
  }

  private Map<RunId, Tally> recent(Collection<RunId> runs) {
    long now = System.nanoTime();
    Map<RunId, Tally> tallies = new HashMap<>();
    synchronized (recent) {
      for (RunId run : runs) {
        Counted counted = recent.get(run);
        if (counted != null && counted.until() - now > 0) {
          tallies.put(run, counted.tally());
        }
      }
    }
    return tallies;
  }

  private void keep(Map<RunId, Tally> tallies, long took) {
    long until = System.nanoTime() + Math.min(took * SHOWN_FOR, LONGEST.toNanos());
    synchronized (recent) {
      tallies.forEach((run, tally) -> recent.put(run, new Counted(tally, until)));
    }
  }

  private record Counted(Tally tally, long until) {}
}

package dev.campanile.profile.segment;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.Reach.Unreachable;
import dev.campanile.contracts.ReachRequested;
import dev.campanile.contracts.Reason;
import dev.campanile.profile.profile.ProfileField;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Foresees what the gate would make of a message to everybody in a segment. */
@ApplicationScoped
class ReachCount {

  /**
   * Sorting and hashing a few hundred thousand addresses on disk would take most of the time.
   *
   * <p>Right after an import the planner thinks of tables, and so of every step after them, as
   * small, and would go through one step's rows again for each row of the other: thousands took
   * longer than a million does by hashing. Without nested loops no statistics can make it slow.
   */
  private static final List<String> SETTINGS =
      List.of(
          "set local work_mem = '64MB'", "set local jit = off", "set local enable_nestloop = off");

  private final Database database;
  private final InstantSource clock;

  ReachCount(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Reach count(Rule rule, ReachRequested request) {
    return TimedQuery.of(
        database,
        "REACH_TOO_SLOW",
        handle -> {
          SETTINGS.forEach(handle::execute);
          return reach(lines(handle, rule, request));
        });
  }

  private List<Line> lines(Handle handle, Rule rule, ReachRequested request) {
    SegmentCondition condition = RuleSql.compile(rule);
    List<String> fields = request.fields().stream().distinct().toList();
    Query query = handle.createQuery(ReachSql.COUNT.formatted(missing(fields), condition.sql()));
    for (int i = 0; i < fields.size(); i++) {
      query.bind("field_" + i, fields.get(i));
    }
    Binding binding = Binding.of(request.category(), request.topic());
    var noes = binding.noes();
    return condition
        .bind(query)
        .bindArray("plan", String.class, names(request.plan(), PlannedChannel::name))
        .bindArray("channels", String.class, names(request.channels(), Channel::name))
        .bindArray("suppressions", String.class, names(binding.suppressions(), Enum::name))
        .bindArray("noChannels", String.class, names(noes, no -> no.channel().name()))
        .bindArray("noTopics", String.class, names(noes, no -> no.topic().value()))
        .bindArray("yesTopics", String.class, names(binding.yes(), topic -> topic.value()))
        .bind("needsYes", !binding.yes().isEmpty())
        .bind("caseHolds", binding.caseHolds())
        .bindArray("fields", String.class, fields)
        .map((row, _) -> new Line(row.getString("kind"), row.getString("name"), row.getLong("n")))
        .list();
  }

  /** Of each field whether a member lacks it; the author's names are bound. */
  private static String missing(List<String> fields) {
    List<String> lacks = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String trait = "(p.traits -> :field_" + i + ")";
      lacks.add(
          ProfileField.named(fields.get(i)).map(field -> "p." + field.column()).orElse(trait)
              + " is null");
    }
    return "cast(array[" + String.join(", ", lacks) + "] as boolean[])";
  }

  private static <T> List<String> names(Collection<T> values, Function<T, String> name) {
    return values.stream().map(name).toList();
  }

  private Reach reach(List<Line> lines) {
    Map<Channel, Long> reachable = new EnumMap<>(Channel.class);
    List<Unreachable> unreachable = new ArrayList<>();
    Map<String, Long> missing = new HashMap<>();
    long members = 0;
    long missingAny = 0;
    for (Line line : lines) {
      switch (Kind.valueOf(line.kind())) {
        case REACHED -> {
          reachable.put(Channel.valueOf(line.name()), line.people());
          members += line.people();
        }
        case REFUSED -> {
          unreachable.add(new Unreachable(Reason.valueOf(line.name()), line.people()));
          members += line.people();
        }
        case LACKS -> missing.put(line.name(), line.people());
        case LACKS_ANY -> missingAny = line.people();
      }
    }
    return new Reach(members, reachable, unreachable, missing, missingAny, clock.instant());
  }

  private record Line(String kind, String name, long people) {}

  private enum Kind {
    REACHED,
    REFUSED,
    LACKS,
    LACKS_ANY
  }
}

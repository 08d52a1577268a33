package dev.campanile.gateway.decision;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The messages that a control is about and that do not know of it yet. */
@ApplicationScoped
class ControlledRepository {

  private static final String RESERVED =
      """
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
       where m.state = 'RESERVED'
      """;

  private static final String DEFERRED =
      """
        from waiting r
        join message m on m.message_id = r.message_id and m.planned_on = r.planned_on
       where r.state = 'DEFERRED' and m.state = 'DEFERRED'
      """;

  /** Held by nothing any more. */
  private static final String FREE_AGAIN =
      """
         and not exists (select 1
                           from run_control held
                          where held.scope in (cast(m.run_id as text), 'everything')
                            and held.state = 'PAUSED')
      """;

  private static final String FOR_REASONS = " and r.reason = any(:reasons)";
  private static final String OF_RUN = " and r.turn = :run";
  private static final String TAKEN_BEFORE_KILL = " and m.sending_version < :killed";

  private static final String CLAIM =
      "select " + MessageMapper.COLUMNS + " %s limit :most for update of m skip locked";
  private static final String EXIST = "select exists (select 1 %s)";

  /** Locks them; what others have locked is passed over. */
  List<Message> claim(Handle handle, RunControl control, int most) {
    List<Message> claimed = new ArrayList<>();
    for (String which : which(control)) {
      if (claimed.size() < most) {
        claimed.addAll(
            bound(handle, CLAIM.formatted(which), which, control)
                .bind("most", most - claimed.size())
                .map(MessageMapper.MESSAGE)
                .list());
      }
    }
    return claimed;
  }

  boolean exist(Handle handle, RunControl control) {
    return which(control).stream()
        .anyMatch(
            which ->
                bound(handle, EXIST.formatted(which), which, control).mapTo(Boolean.class).one());
  }

  /** What certainly has not left; a resumed run's are those that wait for just that. */
  private static List<String> which(RunControl control) {
    String ofRun = everything(control) ? "" : OF_RUN;
    String deferred = DEFERRED + FOR_REASONS + ofRun;
    return switch (control.state()) {
      case CANCELLED, PAUSED -> List.of(RESERVED + ofRun, deferred);
      case RUNNING ->
          followsKill(control)
              ? List.of(
                  RESERVED + TAKEN_BEFORE_KILL, DEFERRED + TAKEN_BEFORE_KILL, deferred + FREE_AGAIN)
              : List.of(deferred + FREE_AGAIN);
    };
  }

  /**
   * Everything was resumed before all had met the kill. Later it need not be asked: who was not met
   * by then is stopped at the gate, and right after a kill there is little to look through.
   */
  private static boolean followsKill(RunControl control) {
    Long killed = control.killed();
    return killed != null && control.version() == killed + 1;
  }

  private static Query bound(Handle handle, String statement, String which, RunControl control) {
    Query query = handle.createQuery(statement);
    if (which.contains(FOR_REASONS)) {
      query.bindArray("reasons", String.class, reasons(control.state()));
    }
    if (which.contains(TAKEN_BEFORE_KILL)) {
      query.bind("killed", control.killed());
    }
    return which.contains(OF_RUN) ? query.bind("run", run(control)) : query;
  }

  /** Of those that wait, whom the control concerns. */
  private static List<String> reasons(RunControl.State state) {
    Predicate<Reason> concerned =
        switch (state) {
          case CANCELLED -> _ -> true;
          case PAUSED -> reason -> reason != Reason.RUN_PAUSED;
          case RUNNING -> reason -> reason == Reason.RUN_PAUSED;
        };
    return Stream.of(Reason.values()).filter(concerned).map(Reason::name).toList();
  }

  private static boolean everything(RunControl control) {
    return control.scope().equals(RunControl.EVERYTHING);
  }

  /** What is no run's id is nobody's. */
  private static UUID run(RunControl control) {
    try {
      return UUID.fromString(control.scope());
    } catch (IllegalArgumentException _) {
      return new UUID(0, 0);
    }
  }
}

package dev.campanile.gateway.decision;

import dev.campanile.contracts.RunControl;
import dev.campanile.gateway.control.ControlsChanged;
import dev.campanile.gateway.control.RunControls;
import dev.campanile.gateway.control.Unsettled;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a control is about through the gate at once, wherever it waits: cancelled and killed
 * messages are skipped, those of a paused run wait for its end, and those of a resumed run go on,
 * so many a second. Hand-offs under way are let finish. Replicas share the rows.
 */
@ApplicationScoped
public class ControlEnforcer {

  private static final Logger LOG = Logger.getLogger(ControlEnforcer.class);

  /** Also the beat of a resumed run: a batch each. */
  private static final Duration IDLE = Duration.ofMillis(250);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final int BATCH = 250;

  private final Database database;
  private final RunControls controls;
  private final ControlledRepository controlled;
  private final GateAgain gate;

  /** Controls that nothing was found for, with when to look again. */
  private final Map<RunControl, Long> lookAgain = new ConcurrentHashMap<>();

  private @Nullable Worker worker;

  ControlEnforcer(
      Database database, RunControls controls, ControlledRepository controlled, GateAgain gate) {
    this.database = database;
    this.controls = controls;
    this.controlled = controlled;
    this.gate = gate;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("controls", IDLE, this::enforce);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ControlsChanged changed) {
    if (worker != null) {
      worker.wake();
    }
  }

  /** A batch for each control that is not settled; answers whether there may be more at once. */
  public boolean enforce() {
    List<Unsettled> unsettled = database.read(controls::unsettled);
    lookAgain
        .keySet()
        .retainAll(unsettled.stream().map(Unsettled::control).collect(Collectors.toSet()));
    boolean more = false;
    for (Unsettled one : unsettled) {
      Long again = lookAgain.get(one.control());
      if (again == null || System.nanoTime() - again > 0) {
        more |= enforceOrLeave(one);
      }
    }
    return more;
  }

  /** What cannot be read holds up its own control only. */
  private boolean enforceOrLeave(Unsettled one) {
    try {
      return enforce(one);
    } catch (RuntimeException e) {
      LOG.errorf(e, "the control of %s waits", one.control().scope());
      lookAgain.put(one.control(), System.nanoTime() + BETWEEN_LOOKS.toNanos());
      return false;
    }
  }

  private boolean enforce(Unsettled one) {
    RunControl control = one.control();
    int met =
        database.transaction(
            handle -> {
              List<Message> messages = controlled.claim(handle, control, BATCH);
              gate.again(handle, messages);
              return messages.size();
            });
    if (met == 0) {
      met(one);
    }
    return met == BATCH
        && switch (control.state()) {
          case PAUSED, CANCELLED -> true;
          // What was held comes back smoothly.
          case RUNNING -> false;
        };
  }

  /** For now: a transaction may still bring one that has read what was said before. */
  private void met(Unsettled one) {
    RunControl control = one.control();
    lookAgain.put(control, System.nanoTime() + BETWEEN_LOOKS.toNanos());
    if (one.old()) {
      database.inTransaction(
          handle -> {
            if (!controlled.exist(handle, control)) {
              controls.settle(handle, control);
            }
          });
    }
  }
}

package dev.campanile.runtime.work;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does in one go what many callers ask for at the same moment. A caller alone waits for nobody; of
 * many, the next group gathers while one is under way. A thread of its own does the work, in the
 * trace of the first.
 *
 * @param <A> what is asked
 * @param <R> what is answered
 */
public final class Coalescer<A, R> {

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final int most;
  private final Function<List<A>, List<R>> work;
  private final Queue<Waiting<A, R>> queue = new ConcurrentLinkedQueue<>();
  private final Worker worker;

  /**
   * @param name of the thread
   * @param most in one go, two or more
   * @param work answers in the order asked, or throws and has done nothing: then each caller asks
   *     alone, so that one that cannot be answered takes no other with it
   */
  public Coalescer(String name, int most, Function<List<A>, List<R>> work) {
    if (most < 2) {
      throw new IllegalArgumentException("nothing is coalesced by " + most);
    }
    this.most = most;
    this.work = work;
    this.worker = Worker.start(name, IDLE, this::doNext);
  }

  /** Throws what the work throws for this caller alone. */
  public R ask(A asked) {
    Waiting<A, R> mine = new Waiting<>(asked, Thread.currentThread(), Context.current());
    queue.add(mine);
    worker.wake();
    boolean interrupted = false;
    while (!mine.over) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (mine.refusal != null) {
      throw mine.refusal;
    }
    R answer = mine.answer;
    return answer == null ? work.apply(List.of(asked)).getFirst() : answer;
  }

  /** How many callers are in no group yet. */
  int waiting() {
    return queue.size();
  }

  /** Answers whether the group was full: others wait then. */
  private boolean doNext() {
    List<Waiting<A, R>> group = new ArrayList<>();
    for (Waiting<A, R> next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == most) {
        break;
      }
    }
    if (group.isEmpty()) {
      return false;
    }
    try (Scope _ = group.getFirst().trace.makeCurrent()) {
      answer(group, work.apply(group.stream().map(one -> one.asked).toList()));
    } catch (RuntimeException e) {
      // Of many it says nothing of any one: each asks alone.
      if (group.size() == 1) {
        group.getFirst().refusal = e;
      }
    } finally {
      group.forEach(Waiting::end);
    }
    return group.size() == most;
  }

  private void answer(List<Waiting<A, R>> group, List<R> answers) {
    if (answers.size() != group.size()) {
      throw new IllegalStateException(
          "%d answers to %d callers".formatted(answers.size(), group.size()));
    }
    for (int i = 0; i < answers.size(); i++) {
      group.get(i).answer = answers.get(i);
    }
  }

  private static final class Waiting<A, R> {
    private final A asked;
    private final Thread thread;
    private final Context trace;
    private @Nullable R answer;
    private @Nullable RuntimeException refusal;

    /** Written after the others, and read before them. */
    private volatile boolean over;

    Waiting(A asked, Thread thread, Context trace) {
      this.asked = asked;
      this.thread = thread;
      this.trace = trace;
    }

    void end() {
      over = true;
      LockSupport.unpark(thread);
    }
  }
}

package dev.campanile.runtime.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does in one go what many callers ask for at the same moment. A caller alone waits for nobody; of
 * many, the next group gathers while one is under way, and the thread of one of them does the work
 * of all.
 *
 * @param <A> what is asked
 * @param <R> what is answered
 */
public final class Coalescer<A, R> {

  private final int most;
  private final Function<List<A>, List<R>> work;
  private final Queue<Waiting<A, R>> queue = new ConcurrentLinkedQueue<>();
  private final Semaphore turn = new Semaphore(1);
  private final Pace pace = Pace.resting(Duration.ZERO);

  /**
   * @param most in one go, two or more
   * @param work answers in the order asked, or throws and has done nothing: then each caller asks
   *     alone, so that one that cannot be answered takes no other with it
   */
  public Coalescer(int most, Function<List<A>, List<R>> work) {
    if (most < 2) {
      throw new IllegalArgumentException("nothing is coalesced by " + most);
    }
    this.most = most;
    this.work = work;
  }

  /** Throws what the work throws for this caller alone. */
  public R ask(A asked) {
    Waiting<A, R> mine = new Waiting<>(asked, Thread.currentThread());
    queue.add(mine);
    boolean interrupted = false;
    while (!mine.over) {
      if (turn.tryAcquire()) {
        try {
          if (!mine.over) {
            pace.turn(this::doNext);
          }
        } finally {
          turn.release();
        }
        wakeFirst();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
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

  /** Who came while it was somebody else's turn may take the next. */
  private void wakeFirst() {
    Waiting<A, R> first = queue.peek();
    if (first != null) {
      LockSupport.unpark(first.thread);
    }
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
    try {
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
    private @Nullable R answer;
    private @Nullable RuntimeException refusal;

    /** Written after the others, and read before them. */
    private volatile boolean over;

    Waiting(A asked, Thread thread) {
      this.asked = asked;
      this.thread = thread;
    }

    void end() {
      over = true;
      LockSupport.unpark(thread);
    }
  }
}

package dev.campanile.runtime.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoalescerTest {

  private static final int MOST = 10;

  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  @Test
  void aCallerAloneIsAnsweredAtOnce() {
    var squares = new Coalescer<>("together", MOST, this::squares);

    assertThat(squares.ask(7)).isEqualTo(49);
    assertThat(squares.ask(8)).isEqualTo(64);
    assertThat(groups).containsExactly(List.of(7), List.of(8));
  }

  @Test
  void whoComesMeanwhileIsAnsweredTogetherAndInGroupsThatAreNotTooLarge() throws Exception {
    var squares = new Coalescer<>("together", MOST, held(this::squares));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = callers.submit(() -> squares.ask(0));
      begun.await();
      List<Integer> others = IntStream.rangeClosed(1, 25).boxed().toList();
      List<Future<Integer>> answers =
          others.stream().map(n -> callers.submit(() -> squares.ask(n))).toList();
      await().until(() -> squares.waiting() == 25);
      goOn.countDown();

      assertThat(first.get()).isZero();
      for (int i = 0; i < others.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(others.get(i) * others.get(i));
      }
    }
    assertThat(groups).extracting(List::size).containsExactly(1, 10, 10, 5);
  }

  @Test
  void oneThatCannotBeAnsweredTakesNoOtherWithIt() throws Exception {
    var roots = new Coalescer<>("together", MOST, held(this::roots));
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> first = callers.submit(() -> roots.ask(0));
      begun.await();
      Future<Integer> good = callers.submit(() -> roots.ask(81));
      Future<Integer> bad = callers.submit(() -> roots.ask(-1));
      await().until(() -> roots.waiting() == 2);
      goOn.countDown();

      assertThat(first.get()).isZero();
      assertThat(good.get()).isEqualTo(9);
      assertThatThrownBy(bad::get).hasRootCauseMessage("no root of -1");
    }
  }

  @Test
  void whatTheWorkThrowsForACallerAloneIsThrownOnceItWasTriedOnce() {
    var roots = new Coalescer<>("together", MOST, this::roots);

    assertThatThrownBy(() -> roots.ask(-4)).hasMessage("no root of -4");
    assertThat(groups).containsExactly(List.of(-4));
    assertThat(roots.ask(4)).as("the next caller").isEqualTo(2);
  }

  @Test
  void whoIsInterruptedIsAnsweredAndStaysInterrupted() throws Exception {
    var squares = new Coalescer<>("together", MOST, held(this::squares));
    AtomicBoolean interrupted = new AtomicBoolean();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      callers.submit(() -> squares.ask(0));
      begun.await();
      List<Integer> answer = Collections.synchronizedList(new ArrayList<>());
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    answer.add(squares.ask(3));
                    interrupted.set(Thread.currentThread().isInterrupted());
                  });
      await().until(() -> squares.waiting() == 1);
      caller.interrupt();
      goOn.countDown();
      caller.join();

      assertThat(answer).containsExactly(9);
      assertThat(interrupted).isTrue();
    }
  }

  @Test
  void ofThousandsEachGetsItsOwnAnswer() throws Exception {
    var squares = new Coalescer<>("together", MOST, this::squares);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers =
          IntStream.range(0, 20_000).mapToObj(n -> callers.submit(() -> squares.ask(n))).toList();
      for (int n = 0; n < answers.size(); n++) {
        assertThat(answers.get(n).get()).isEqualTo(n * n);
      }
    }
    assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(20_000);
  }

  private List<Integer> squares(List<Integer> numbers) {
    groups.add(numbers);
    return numbers.stream().map(n -> n * n).toList();
  }

  private List<Integer> roots(List<Integer> numbers) {
    groups.add(numbers);
    return numbers.stream().map(CoalescerTest::root).toList();
  }

  /** The work has begun and waits until the test lets it go on. */
  private UnaryOperator<List<Integer>> held(UnaryOperator<List<Integer>> work) {
    return numbers -> {
      begun.countDown();
      awaitGoOn();
      return work.apply(numbers);
    };
  }

  private void awaitGoOn() {
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int root(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("no root of " + number);
    }
    return (int) Math.sqrt(number);
  }
}

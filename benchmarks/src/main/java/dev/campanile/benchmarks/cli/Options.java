package dev.campanile.benchmarks.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows {@code ./campanile bench}.
 *
 * @param quick smaller and once, for continuous integration
 * @param recipients of a broadcast; 0 for the benchmark's own choice
 * @param repetitions 0 for the benchmark's own choice
 */
record Options(String benchmark, boolean quick, int recipients, int repetitions) {

  /**
   * @throws IllegalArgumentException with a sentence on what is wrong
   */
  static Options parse(List<String> arguments) {
    Deque<String> left = new ArrayDeque<>(arguments);
    String benchmark = "";
    boolean quick = false;
    int recipients = 0;
    int repetitions = 0;
    while (!left.isEmpty()) {
      String word = left.pop();
      switch (word) {
        case "--quick" -> quick = true;
        case "--recipients" -> recipients = number(word, left.poll());
        case "--repetitions" -> repetitions = number(word, left.poll());
        default -> {
          if (word.startsWith("-") || !benchmark.isEmpty()) {
            throw new IllegalArgumentException(
                "./campanile bench does not understand \"%s\". See ./campanile help bench."
                    .formatted(word));
          }
          benchmark = word;
        }
      }
    }
    return new Options(benchmark, quick, recipients, repetitions);
  }

  private static int number(String option, @Nullable String value) {
    try {
      int number = Integer.parseInt(String.valueOf(value).replace("_", ""));
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number that is too small.
    }
    throw new IllegalArgumentException(option + " is followed by a number of 1 or more.");
  }
}

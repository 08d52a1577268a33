package dev.campanile.local.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What follows a command: flags it knows, and at most one word where it takes one. */
record Arguments(String command, Set<String> flags, List<String> words) {

  Arguments {
    flags = Set.copyOf(flags);
    words = List.copyOf(words);
  }

  /**
   * @param wordAllowed whether the command takes a word, such as a service's name
   */
  static Arguments parse(
      String command, List<String> given, Set<String> knownFlags, boolean wordAllowed) {
    Set<String> flags = new LinkedHashSet<>();
    List<String> words = new ArrayList<>();
    for (String argument : given) {
      if (argument.startsWith("-")) {
        if (!knownFlags.contains(argument)) {
          throw new WrongUsage(
              "./campanile %s has no option %s. See ./campanile help %s."
                  .formatted(command, argument, command));
        }
        flags.add(argument);
      } else {
        words.add(argument);
      }
    }
    if (words.size() > (wordAllowed ? 1 : 0)) {
      throw new WrongUsage(
          "./campanile %s does not understand \"%s\". See ./campanile help %s."
              .formatted(command, words.getLast(), command));
    }
    return new Arguments(command, flags, words);
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> word() {
    return words.stream().findFirst();
  }
}

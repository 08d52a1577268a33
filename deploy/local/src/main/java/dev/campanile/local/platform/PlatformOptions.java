package dev.campanile.local.platform;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the platform is started with.
 *
 * @param ports the port asked for each server that is to run; 0 stands for any free one
 * @param twilio whether the simulators offer the provider's API, not only their own
 * @param exitWithParent whether to stop when standard input ends, which comes when the parent dies
 */
record PlatformOptions(
    Path data, Path readyFile, Map<Server, Integer> ports, boolean twilio, boolean exitWithParent) {

  static final String USAGE =
      "Usage: Platform --data <folder> --ready-file <file> [--postgres-port N] [--kafka-port N]"
          + " [--smtp-port N] [--twilio-port N] [--without-postgres] [--without-kafka]"
          + " [--without-smtp] [--without-twilio] [--without-simulators] [--exit-with-parent]";

  static PlatformOptions parse(List<String> arguments) throws PlatformProblem {
    Deque<String> left = new ArrayDeque<>(arguments);
    String data = "";
    String readyFile = "";
    Map<Server, Integer> ports = new EnumMap<>(Server.class);
    Set<Server> without = EnumSet.noneOf(Server.class);
    boolean twilio = true;
    boolean exitWithParent = false;
    for (Server server : Server.values()) {
      ports.put(server, 0);
    }
    while (!left.isEmpty()) {
      String option = left.pop();
      switch (option) {
        case "--data" -> data = value(option, left);
        case "--ready-file" -> readyFile = value(option, left);
        case "--postgres-port" -> ports.put(Server.POSTGRES, port(option, left));
        case "--kafka-port" -> ports.put(Server.KAFKA, port(option, left));
        case "--smtp-port" -> ports.put(Server.SMTP, port(option, left));
        case "--twilio-port" -> ports.put(Server.SIMULATORS, port(option, left));
        case "--without-postgres" -> without.add(Server.POSTGRES);
        case "--without-kafka" -> without.add(Server.KAFKA);
        case "--without-smtp" -> without.add(Server.SMTP);
        case "--without-twilio" -> twilio = false;
        case "--without-simulators" -> without.add(Server.SIMULATORS);
        case "--exit-with-parent" -> exitWithParent = true;
        default -> throw new PlatformProblem("Unknown option " + option + ". " + USAGE);
      }
    }
    if (data.isEmpty() || readyFile.isEmpty()) {
      throw new PlatformProblem("Both --data and --ready-file are needed. " + USAGE);
    }
    ports.keySet().removeAll(without);
    return new PlatformOptions(absolute(data), absolute(readyFile), ports, twilio, exitWithParent);
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }

  private static String value(String option, Deque<String> left) throws PlatformProblem {
    String value = left.poll();
    if (value == null) {
      throw new PlatformProblem(option + " needs a value. " + USAGE);
    }
    return value;
  }

  private static int port(String option, Deque<String> left) throws PlatformProblem {
    String value = value(option, left);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException _) {
      // Told below, like a number out of range.
    }
    throw new PlatformProblem(option + " is a port from 0 to 65535, not " + value + ".");
  }
}

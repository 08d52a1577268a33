package dev.campanile.local.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command lines of what makes up the local platform. */
public final class Programs {
  /** A variable with options for the Java of the three services. */
  public static final String JAVA_OPTIONS = "CAMPANILE_JAVA_OPTIONS";

  /**
   * What is on its way lives for a second or so: in a small young generation it is copied often.
   * The heap begins small, for a start touches all of it that there is, and grows with the work.
   * The thorough compiler begins at four times its usual thresholds: what runs a few thousand times
   * is a start, in which it took a third of the processor. At more, single messages would wait for
   * minutes until their code is fast.
   */
  private static final String[] SERVICE = {
    "-Xms48m",
    "-Xmx768m",
    "-XX:NewRatio=1",
    "-XX:MetaspaceSize=96m",
    "-XX:Tier4InvocationThreshold=20000",
    "-XX:Tier4MinInvocationThreshold=2400",
    "-XX:Tier4CompileThreshold=60000",
    "-XX:Tier4BackEdgeThreshold=160000"
  };

  static final String PLATFORM = "platform";
  static final String INBOX = "inbox";

  private final Folders folders;
  private final Ports ports;
  private final Map<String, String> environment;
  private final Providers providers;

  public Programs(Folders folders, Ports ports, Map<String, String> environment) {
    this.folders = folders;
    this.ports = ports;
    this.environment = environment;
    this.providers = Providers.of(environment);
  }

  ProcessStart platform() {
    ProcessStart start = platform(PLATFORM, folders.data(), folders.readyFile());
    List<String> command = new ArrayList<>(start.command());
    command.addAll(List.of("--postgres-port", Integer.toString(ports.of(Port.POSTGRES))));
    command.addAll(List.of("--kafka-port", Integer.toString(ports.of(Port.KAFKA))));
    command.addAll(List.of("--smtp-port", Integer.toString(ports.of(Port.SMTP))));
    command.addAll(List.of("--twilio-port", Integer.toString(ports.of(Port.SIMULATORS))));
    if (providers.mail()) {
      command.add("--without-smtp");
    }
    if (providers.texts()) {
      command.add("--without-twilio");
    }
    return new ProcessStart(PLATFORM, command, Map.of(), log(PLATFORM));
  }

  /**
   * A platform under another name, with its own data, to which the caller adds the options that say
   * what is in it: a part of the whole can then be stopped, and measured, by itself.
   */
  public ProcessStart platform(String name, Path data, Path readyFile) {
    List<String> command = java("-Xmx512m", "--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", classPath(), "dev.campanile.local.platform.Platform"));
    command.addAll(List.of("--data", data.toString()));
    command.addAll(List.of("--ready-file", readyFile.toString()));
    return new ProcessStart(name, command, Map.of(), log(name));
  }

  public ProcessStart service(Service service, PlatformAddresses platform) {
    Path jar = service.jar(folders.root());
    if (!Files.exists(jar)) {
      throw new CannotContinue(
          "%s is not built: %s is missing. Run ./campanile build."
              .formatted(service.module(), jar));
    }
    List<String> command = java(SERVICE);
    Stream.of(environment.getOrDefault(JAVA_OPTIONS, "").split(" "))
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    command.addAll(List.of("-jar", jar.toString()));
    return new ProcessStart(
        service.module(),
        command,
        ServiceEnvironment.of(service, platform, ports, environment),
        log(service.key()));
  }

  ProcessStart inbox(PlatformAddresses platform) {
    List<String> command = java("-Xmx96m", "-XX:TieredStopAtLevel=1");
    command.addAll(List.of("-cp", classPath(), "dev.campanile.local.inbox.Inbox"));
    command.addAll(List.of("--port", Integer.toString(ports.of(Port.INBOX))));
    command.addAll(List.of("--profile", ports.url(Port.PROFILE)));
    command.addAll(List.of("--campaign", ports.url(Port.CAMPAIGN)));
    command.addAll(List.of("--gateway", ports.url(Port.GATEWAY)));
    command.addAll(List.of("--simulators", platform.simulators()));
    return new ProcessStart(INBOX, command, Map.of(), log(INBOX));
  }

  public Path log(String name) {
    return folders.logs().resolve(name + ".log");
  }

  private String classPath() {
    Path target = folders.root().resolve("deploy/local/target");
    return target.resolve("classes") + ":" + target.resolve("lib") + "/*";
  }

  /** The serial collector is the lightest of a small heap on a machine that runs five of them. */
  private static List<String> java(String... options) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    return command;
  }
}

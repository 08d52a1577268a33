package dev.campanile.systemtests;

import java.util.List;

/** A part of the platform that runs, and can be hurt, by itself. */
enum Piece {
  POSTGRES("postgres", "--without-kafka --without-smtp --without-simulators", "--postgres-port"),
  KAFKA("kafka", "--without-postgres --without-smtp --without-simulators", "--kafka-port"),
  /** The mail server and the simulators: what the world outside would be. */
  OUTSIDE("outside", "--without-postgres --without-kafka", "--twilio-port");

  private final String program;
  private final String options;
  private final String portOption;

  Piece(String program, String options, String portOption) {
    this.program = program;
    this.options = options;
    this.portOption = portOption;
  }

  String program() {
    return program;
  }

  List<String> options() {
    return List.of(options.split(" "));
  }

  String portOption() {
    return portOption;
  }
}

package dev.campanile.benchmarks.sinks;

import java.io.IOException;

/** One message after another over one connection, as fast as the protocol allows. */
interface Exchange {

  /** Until the first message can be sent. */
  void open(RawConnection connection) throws IOException;

  void send(RawConnection connection, int number) throws IOException;

  /** Until the message was taken. */
  void awaitAnswer(RawConnection connection) throws IOException;
}

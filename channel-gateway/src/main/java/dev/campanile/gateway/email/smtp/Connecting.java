package dev.campanile.gateway.email.smtp;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/** Finds the server and connects to it, trying each of its addresses. */
final class Connecting {

  private Connecting() {}

  static Socket to(String host, int port, Deadline deadline, Watchdog.Guard guard)
      throws IOException {
    InetAddress[] addresses = resolve(host, deadline);
    IOException failure = new UnknownHostException(host);
    for (int i = 0; i < addresses.length; i++) {
      Socket socket = new Socket();
      guard.watch(socket);
      try {
        // One address that answers nothing leaves time for the others.
        long patience = deadline.leftToBegin().toMillis() / (addresses.length - i);
        if (patience <= 0) {
          throw new SocketTimeoutException("no time left to connect");
        }
        socket.connect(new InetSocketAddress(addresses[i], port), (int) patience);
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  /** A name server that is silent must not hold up the caller: on a thread of its own. */
  private static InetAddress[] resolve(String host, Deadline deadline) throws IOException {
    FutureTask<InetAddress[]> answer = new FutureTask<>(() -> InetAddress.getAllByName(host));
    Thread.ofVirtual().name("smtp-resolve").start(answer);
    try {
      return answer.get(deadline.leftToBegin().toNanos(), NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    } catch (TimeoutException _) {
      throw new SocketTimeoutException("the name server does not answer");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}

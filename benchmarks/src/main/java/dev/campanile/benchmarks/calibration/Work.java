package dev.campanile.benchmarks.calibration;

import dev.campanile.benchmarks.installation.Superuser;
import dev.campanile.local.services.CannotContinue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A fixed mix of what sending consists of: computing on every core, and commits that wait until
 * they are durable. An operation hashes 256 KiB, sorts 4,000 numbers and commits one row.
 */
public final class Work {
  private static final int OPERATIONS = 10_000;

  /** Enough for two or three seconds: until then Java compiles. */
  private static final int UNCOUNTED = 5_000;

  private static final int HASHED = 256 << 10;
  private static final int SORTED = 4_000;
  private static final int THREADS = 2;

  private final Superuser database;

  public Work(Superuser database) {
    this.database = database;
  }

  /** Takes some seconds. */
  public Calibration calibrate() {
    try {
      database.execute("drop table if exists calibration");
      database.execute(
          "create table calibration (id bigint generated always as identity, h bytea)");
      inThreads(UNCOUNTED);
      long began = System.nanoTime();
      inThreads(OPERATIONS);
      double seconds = (System.nanoTime() - began) / 1e9;
      database.execute("drop table calibration");
      return new Calibration(OPERATIONS * THREADS / seconds);
    } catch (ExecutionException e) {
      throw new CannotContinue("The machine could not be calibrated: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotContinue("The calibration was interrupted.", e);
    }
  }

  private void inThreads(int operations) throws ExecutionException, InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      var done =
          IntStream.range(0, THREADS)
              .mapToObj(seed -> threads.submit(operations(operations, seed)))
              .toList();
      for (var one : done) {
        one.get();
      }
    }
  }

  private Callable<Void> operations(int operations, int seed) {
    return () -> {
      Random random = new Random(seed);
      byte[] bytes = new byte[HASHED];
      random.nextBytes(bytes);
      try (Connection connection = database.connect();
          PreparedStatement insert =
              connection.prepareStatement("insert into calibration (h) values (?)")) {
        for (int i = 0; i < operations; i++) {
          insert.setBytes(1, compute(bytes, random));
          insert.executeUpdate();
        }
      } catch (SQLException e) {
        throw new CannotContinue("The calibration's commits failed: " + e, e);
      }
      return null;
    };
  }

  private static byte[] compute(byte[] bytes, Random random) throws NoSuchAlgorithmException {
    int[] numbers = random.ints(SORTED).toArray();
    Arrays.sort(numbers);
    bytes[0] = (byte) numbers[0];
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}

package dev.campanile.benchmarks.sink;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.http.LocalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/**
 * The process of the receivers: a mail server, a provider, and how they are asked and told. Started
 * with their three ports, in this order.
 */
public final class Sink {
  /** The same faults in every run. */
  private static final long SEED = 20_261_130;

  private final ArrivalLog mails = new ArrivalLog();
  private final ArrivalLog texts = new ArrivalLog();
  private volatile Faults faults = Faults.NONE;

  private Sink() {}

  public static void main(String[] ports) throws IOException, InterruptedException {
    new Sink().serve(List.of(ports).stream().map(Integer::valueOf).toList());
  }

  private void serve(List<Integer> ports) throws IOException, InterruptedException {
    RandomGenerator chance = new SplittableRandom(SEED);
    RandomGenerator otherChance = new SplittableRandom(SEED);
    try (EventLoop _ =
            EventLoop.start(
                "smtp", ports.get(0), () -> new SmtpConversation(mails, () -> faults, chance));
        EventLoop _ =
            EventLoop.start(
                "provider",
                ports.get(1),
                () -> new TwilioConversation(texts, () -> faults, otherChance));
        LocalHttp control = LocalHttp.start(ports.get(2))) {
      control
          .on("GET", "/arrivals", _ -> HttpAnswer.json(200, counts()))
          .on("DELETE", "/arrivals", _ -> forget())
          .on("POST", "/arrivals/mails", call -> write(mails, call.body()))
          .on("POST", "/arrivals/texts", call -> write(texts, call.body()))
          .on("PUT", "/faults", call -> behave(LocalJson.read(call.body(), Faults.class)));
      new CountDownLatch(1).await();
    }
  }

  private Map<String, Long> counts() {
    return Map.of(
        "mails", mails.messages(),
        "mailBytes", mails.bytes(),
        "texts", texts.messages(),
        "textBytes", texts.bytes());
  }

  private HttpAnswer forget() {
    mails.clear();
    texts.clear();
    return HttpAnswer.noContent();
  }

  /** Into the file named: a million lines are no HTTP body. */
  private static HttpAnswer write(ArrivalLog log, String file) throws IOException {
    log.writeTo(Path.of(LocalJson.read(file, String.class)));
    return HttpAnswer.noContent();
  }

  private HttpAnswer behave(Faults wished) {
    faults = wished;
    return HttpAnswer.noContent();
  }
}

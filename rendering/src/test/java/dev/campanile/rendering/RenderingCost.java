package dev.campanile.rendering;

import com.sun.management.ThreadMXBean;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.rendering.RenderResult.Ready;
import dev.campanile.rendering.RenderResult.Refused;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;

/** Prints what one message costs to render, in one thread. Not a test: its figures are a look. */
final class RenderingCost {

  private static final int WARM_UP = 30_000;
  private static final int ROUNDS = 5;
  private static final int MESSAGES = 20_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Addresses without a signature, whose cost is the gateway's. */
  private static final Links LINKS =
      new Links(
          "https://mail.example/v1/unsubscribe/1.AZN2o8dQe3y1.k3y5",
          true,
          new Links.Tracking() {
            @Override
            public String click(String linkId) {
              return "https://mail.example/c/AZN2o8dQe3y1bJxkAZN2o8dQe3y1bJxk1.".concat(linkId);
            }

            @Override
            public Optional<String> pixel() {
              return Optional.of("https://mail.example/o/AZN2o8dQe3y1bJxkAZN2o8dQe3y1bJxk1");
            }
          });

  private RenderingCost() {}

  public static void main(String[] args) {
    measure("weekend offer", MarketingMails.weekendOffer());
    measure("loop, five links", MarketingMails.basket());
  }

  private static void measure(String name, ContentVersion content) {
    Renderer renderer = new Renderer();
    Map<String, Object> data = MarketingMails.customer();
    long chars = render(renderer, content, data, WARM_UP) / WARM_UP;
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = THREADS.getCurrentThreadCpuTime();
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      render(renderer, content, data, MESSAGES);
      bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / MESSAGES;
      best = Math.min(best, (THREADS.getCurrentThreadCpuTime() - cpu) / 1_000.0 / MESSAGES);
    }
    System.out.printf("%-18s %7.2f µs  %7d bytes  %5d chars%n", name, best, bytes, chars);
  }

  private static long render(
      Renderer renderer, ContentVersion content, Map<String, Object> data, int times) {
    long chars = 0;
    for (int i = 0; i < times; i++) {
      chars +=
          switch (renderer.render(content, "en-GB", Channel.EMAIL, true, data, LINKS)) {
            case Ready(Body.Email mail) ->
                mail.subject().length() + mail.html().octets().length + mail.text().octets().length;
            case Ready _ -> throw new IllegalStateException("no mail");
            case Refused refused -> throw new IllegalStateException(refused.toString());
          };
    }
    return chars;
  }
}

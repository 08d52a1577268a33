package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.BodyHash;
import dev.campanile.gateway.channel.DeliveryReport;
import dev.campanile.gateway.channel.DeliveryReports;
import dev.campanile.gateway.content.Contents;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Twilio what became of hand-offs whose answer was lost. There is no key of ours in its list,
 * so one is known by its number, time and text, and by nobody else having it. What is not found
 * stays open: that a list does not show it yet is no proof.
 */
@ApplicationScoped
class TwilioReconciler {

  private static final Logger LOG = Logger.getLogger(TwilioReconciler.class);
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);

  /** In one turn: it is the provider's rate we use up. */
  private static final int MOST = 20;

  private final LostRepository repository;
  private final TwilioMessages twilio;
  private final Contents contents;
  private final DeliveryReports reports;
  private final InstantSource clock;
  private final Duration after;
  private final Map<MessageId, Long> asked = new HashMap<>();
  private @Nullable Worker worker;
  private volatile boolean stopping;

  TwilioReconciler(
      LostRepository repository,
      TwilioMessages twilio,
      Contents contents,
      DeliveryReports reports,
      InstantSource clock,
      TwilioConfig config) {
    this.repository = repository;
    this.twilio = twilio;
    this.contents = contents;
    this.reports = reports;
    this.clock = clock;
    this.after = config.reconcileAfter();
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("twilio-reconciler", IDLE, this::turn);
  }

  /** After the dispatchers: what Twilio has to say may take long. */
  void stop(@Observes @Priority(30) ShutdownEvent event) {
    stopping = true;
    if (worker != null) {
      worker.stop();
    }
  }

  private boolean turn() {
    if (stopping) {
      return false;
    }
    List<Lost> all = repository.lostBefore(clock.instant().minus(after));
    asked.keySet().retainAll(all.stream().map(Lost::message).collect(Collectors.toSet()));
    long now = System.nanoTime();
    all.stream()
        .filter(lost -> now - asked.getOrDefault(lost.message(), Long.MIN_VALUE / 2) > 0)
        // Whoever was never asked for comes before whoever was asked for long ago.
        .sorted(
            Comparator.comparingLong(lost -> asked.getOrDefault(lost.message(), Long.MIN_VALUE)))
        .limit(MOST)
        .takeWhile(_ -> !stopping)
        .forEach(
            lost -> {
              asked.put(lost.message(), now + BETWEEN_QUESTIONS.toNanos());
              ask(lost);
            });
    return false;
  }

  private void ask(Lost lost) {
    ContentVersion content = contents.find(lost.content());
    if (content == null) {
      return;
    }
    try {
      found(lost, twilio.listed(lost, content.brand())).ifPresent(it -> report(lost, it));
    } catch (TwilioException e) {
      LOG.warnf(
          "Twilio does not tell what became of message %s: %s", lost.message(), e.getMessage());
    }
  }

  /**
   * Of a template's text we know nothing, so we could take another's for it: a callback names its
   * own.
   */
  private Optional<Message> found(Lost lost, List<Message> listed) {
    if (lost.bodyHash() == null) {
      return Optional.empty();
    }
    Set<String> ours = repository.alreadyOurs(listed.stream().map(Message::getSid).toList());
    return listed.stream()
        .filter(it -> !ours.contains(it.getSid()) && sameText(lost, it))
        .filter(it -> repository.take(lost, it.getSid()))
        .findFirst();
  }

  private static boolean sameText(Lost lost, Message listed) {
    String body = listed.getBody();
    return body != null && BodyHash.of(body).equals(lost.bodyHash());
  }

  private void report(Lost lost, Message found) {
    Integer code = found.getErrorCode();
    StatusCallback.status(String.valueOf(found.getStatus()))
        .ifPresent(
            status ->
                reports.report(
                    new DeliveryReport(
                        lost.message(),
                        lost.attempt(),
                        lost.channel(),
                        found.getSid(),
                        status,
                        code == null ? null : code.toString(),
                        TwilioCodes.finding(code),
                        clock.instant())));
  }
}

package dev.campanile.gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.channel.TemplateApprovals;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's word on WhatsApp templates: asked when a content with one arrives, and again when it has
 * grown old, since Meta takes approvals back. While Twilio cannot be reached the last word holds.
 */
@ApplicationScoped
public class TwilioTemplateApprovals implements TemplateApprovals {

  static final String APPROVED = "approved";

  private static final Logger LOG = Logger.getLogger(TwilioTemplateApprovals.class);
  private static final Duration IDLE = Duration.ofSeconds(20);

  private final TwilioMessages twilio;
  private final ApprovalRepository repository;
  private final InstantSource clock;
  private final Duration age;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, Instant> unanswered = new ConcurrentHashMap<>();
  private @Nullable Worker worker;

  TwilioTemplateApprovals(
      TwilioMessages twilio,
      ApprovalRepository repository,
      InstantSource clock,
      TwilioConfig config) {
    this.twilio = twilio;
    this.repository = repository;
    this.clock = clock;
    this.age = config.approvalAge();
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("template-approvals", IDLE, this::turn);
  }

  void stop(@Observes ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }

  @Override
  public ChatTemplate of(ContentVersion.ChatTemplate template) {
    String status = known.get(template.sid());
    if (status == null) {
      status = repository.statusOf(template.sid()).or(() -> askOnce(template.sid())).orElse("");
    }
    return status.equals(APPROVED) ? ChatTemplate.APPROVED : ChatTemplate.NOT_APPROVED;
  }

  @Override
  public void expect(Collection<String> sids) {
    List<String> unknown = sids.stream().filter(sid -> !known.containsKey(sid)).toList();
    if (!unknown.isEmpty()) {
      repository.expect(unknown, clock.instant());
      if (worker != null) {
        worker.wake();
      }
    }
  }

  private boolean turn() {
    List<String> due = repository.due(clock.instant().minus(age));
    due.forEach(this::ask);
    known.putAll(repository.all());
    // One that could not be had comes again in the next turn, not right away.
    return false;
  }

  /**
   * A question without an answer is not asked again by every message: the worker goes on asking.
   */
  private Optional<String> askOnce(String sid) {
    Instant now = clock.instant();
    Instant before = unanswered.put(sid, now);
    return before != null && before.isAfter(now.minus(IDLE)) ? Optional.empty() : ask(sid);
  }

  private Optional<String> ask(String sid) {
    try {
      String status = statusIn(ApprovalFetch.fetcher(sid).fetch(twilio.client()));
      repository.store(sid, status, clock.instant());
      known.put(sid, status);
      return Optional.of(status);
    } catch (TwilioException e) {
      LOG.warnf("Twilio does not tell whether template %s is approved: %s", sid, e.getMessage());
      return Optional.empty();
    }
  }

  private static String statusIn(ApprovalFetch answer) {
    return answer.getWhatsapp() instanceof Map<?, ?> whatsapp
            && whatsapp.get("status") instanceof String status
        ? status
        : "unsubmitted";
  }
}

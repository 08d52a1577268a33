package dev.campanile.gateway.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.channel.TemplateApprovals;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
  private static final String UNSUBMITTED = "unsubmitted";
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final TwilioMessages twilio;
  private final ApprovalRepository repository;
  private final InstantSource clock;
  private final Duration age;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  /** Asked for by messages and not in the table, with when it was looked up last. */
  private final Map<String, Long> wanted = new ConcurrentHashMap<>();

  private @Nullable Worker worker;
  private volatile boolean stopping;

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

  /** After the dispatchers: what Twilio has to say may take long. */
  void stop(@Observes @Priority(30) ShutdownEvent event) {
    stopping = true;
    if (worker != null) {
      worker.stop();
    }
  }

  /** Reads the table at most, for it is asked inside transactions. */
  @Override
  public ChatTemplate of(ContentVersion.ChatTemplate template) {
    String status = known.get(template.sid());
    if (status == null) {
      status = stored(template.sid());
    }
    if (status == null) {
      return ChatTemplate.UNKNOWN;
    }
    return status.equals(APPROVED) ? ChatTemplate.APPROVED : ChatTemplate.NOT_APPROVED;
  }

  /** Not looked up again by every message of a batch. */
  private @Nullable String stored(String sid) {
    long now = System.nanoTime();
    Long before = wanted.get(sid);
    if (before != null && now - before < BETWEEN_LOOKS.toNanos()) {
      return null;
    }
    String status = repository.statusOf(sid).orElse(null);
    if (status == null) {
      wanted.put(sid, now);
      wake();
    } else {
      wanted.remove(sid);
      known.put(sid, status);
    }
    return status;
  }

  @Override
  public void expect(Collection<String> sids) {
    List<String> unknown = sids.stream().filter(sid -> !known.containsKey(sid)).toList();
    if (!unknown.isEmpty()) {
      repository.expect(unknown, clock.instant());
      wake();
    }
  }

  private boolean turn() {
    List<String> unheardOf = List.copyOf(wanted.keySet());
    if (!unheardOf.isEmpty()) {
      repository.expect(unheardOf, clock.instant());
    }
    repository.due(clock.instant().minus(age)).stream()
        .takeWhile(_ -> !stopping)
        .forEach(this::ask);
    known.putAll(repository.all());
    wanted.keySet().removeAll(known.keySet());
    // One that could not be had comes again in the next turn, not right away.
    return false;
  }

  private void wake() {
    if (worker != null) {
      worker.wake();
    }
  }

  private void ask(String sid) {
    try {
      keep(sid, statusIn(ApprovalFetch.fetcher(sid).fetch(twilio.client())));
    } catch (ApiException e) {
      if (Integer.valueOf(404).equals(e.getStatusCode())) {
        keep(sid, UNSUBMITTED);
      } else {
        warn(sid, e);
      }
    } catch (TwilioException e) {
      warn(sid, e);
    }
  }

  private void keep(String sid, String status) {
    repository.store(sid, status, clock.instant());
    known.put(sid, status);
  }

  private static void warn(String sid, TwilioException e) {
    LOG.warnf("Twilio does not tell whether template %s is approved: %s", sid, e.getMessage());
  }

  private static String statusIn(ApprovalFetch answer) {
    return answer.getWhatsapp() instanceof Map<?, ?> whatsapp
            && whatsapp.get("status") instanceof String status
        ? status
        : UNSUBMITTED;
  }
}

package dev.campanile.gateway.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.rest.content.v1.Content;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.gateway.channel.ChatTemplates;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The WhatsApp templates that Twilio keeps, and its word on them: asked when a content with one
 * arrives, and again when it has grown old, since Meta takes approvals back. While Twilio cannot be
 * reached the last word holds.
 */
@ApplicationScoped
public class TwilioTemplates implements ChatTemplates {

  static final String APPROVED = "approved";

  private static final Logger LOG = Logger.getLogger(TwilioTemplates.class);
  private static final String UNSUBMITTED = "unsubmitted";
  private static final Duration IDLE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final TwilioMessages twilio;
  private final TemplateRepository repository;
  private final InstantSource clock;
  private final Duration age;
  private final Map<String, ProviderTemplate> known = new ConcurrentHashMap<>();

  /** Asked for by messages and not in the table, with when it was looked up last. */
  private final Map<String, Long> wanted = new ConcurrentHashMap<>();

  private @Nullable Worker worker;
  private volatile boolean stopping;

  TwilioTemplates(
      TwilioMessages twilio,
      TemplateRepository repository,
      InstantSource clock,
      TwilioConfig config) {
    this.twilio = twilio;
    this.repository = repository;
    this.clock = clock;
    this.age = config.approvalAge();
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("chat-templates", IDLE, this::turn);
  }

  /** After the dispatchers: what Twilio has to say may take long. */
  void stop(@Observes @Priority(30) ShutdownEvent event) {
    stopping = true;
    if (worker != null) {
      worker.stop();
    }
  }

  @Override
  public ChatTemplate of(ContentVersion.ChatTemplate template) {
    return find(template.sid())
        .map(heard -> heard.approved() ? ChatTemplate.APPROVED : ChatTemplate.NOT_APPROVED)
        .orElse(ChatTemplate.UNKNOWN);
  }

  /** Reads the table at most, for it is asked inside transactions. */
  @Override
  public Optional<ProviderTemplate> find(String sid) {
    ProviderTemplate heard = known.get(sid);
    return heard == null ? stored(sid) : Optional.of(heard);
  }

  /** Not looked up again by every message of a batch. */
  private Optional<ProviderTemplate> stored(String sid) {
    long now = System.nanoTime();
    Long before = wanted.get(sid);
    if (before != null && now - before < BETWEEN_LOOKS.toNanos()) {
      return Optional.empty();
    }
    Optional<ProviderTemplate> stored = repository.find(sid);
    if (stored.isEmpty()) {
      wanted.put(sid, now);
      wake();
    } else {
      wanted.remove(sid);
      known.put(sid, stored.get());
    }
    return stored;
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
    repository.all().forEach(heard -> known.put(heard.sid(), heard));
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
      ProviderTemplate heard = heard(sid);
      repository.store(heard);
      known.put(sid, heard);
    } catch (TwilioException e) {
      LOG.warnf("Twilio does not tell about template %s: %s", sid, e.getMessage());
    }
  }

  private ProviderTemplate heard(String sid) {
    TemplateTypes types =
        unlessMissing(
            () -> TemplateTypes.of(Content.fetcher(sid).fetch(twilio.client()).getTypes()),
            new TemplateTypes(null, List.of()));
    String status =
        unlessMissing(
            () -> statusIn(ApprovalFetch.fetcher(sid).fetch(twilio.client())), UNSUBMITTED);
    return new ProviderTemplate(
        sid, status.equals(APPROVED), status, types.body(), types.buttons(), clock.instant());
  }

  private static <T> T unlessMissing(Supplier<T> asked, T otherwise) {
    try {
      return asked.get();
    } catch (ApiException e) {
      if (Integer.valueOf(404).equals(e.getStatusCode())) {
        return otherwise;
      }
      throw e;
    }
  }

  private static String statusIn(ApprovalFetch answer) {
    return answer.getWhatsapp() instanceof Map<?, ?> whatsapp
            && whatsapp.get("status") instanceof String status
        ? status
        : UNSUBMITTED;
  }
}

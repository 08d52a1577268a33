package dev.campanile.local.twilio;

import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.LocalHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider of SMS and WhatsApp. It takes messages over the provider's API, moves them on and
 * tells it by signed callbacks, keeps STOP and the chat window, and forgets all when it stops.
 */
public final class TwilioSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioSimulator.class);

  /** So that the answer to the sender usually comes before the first callback. */
  private static final Duration BEFORE_EACH_STEP = Duration.ofMillis(50);

  private final TwilioMessages messages = new TwilioMessages();
  private final ContentTemplates templates = new ContentTemplates();
  private final OptOuts optOuts = new OptOuts();
  private final ChatWindows windows = new ChatWindows();
  private final RequestCheck check = new RequestCheck(templates, optOuts);
  private final Course course = new Course(templates, windows);
  private final AtomicLong accepted = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TwilioBehaviours behaviours = new TwilioBehaviours();
  private final InstantSource clock;
  private final Webhooks webhooks;
  private final StatusCallbacks callbacks;
  private final InboundWebhook inboundWebhook;

  private TwilioSimulator(TwilioAccount account, InstantSource clock) {
    this.clock = clock;
    this.webhooks = new Webhooks(account);
    this.callbacks = new StatusCallbacks(account, webhooks);
    this.inboundWebhook = new InboundWebhook(account, webhooks);
  }

  /** Answers the account's API calls on the server from now on. */
  public static TwilioSimulator on(LocalHttp http, TwilioAccount account, InstantSource clock) {
    TwilioSimulator simulator = new TwilioSimulator(account, clock);
    new TwilioApi(account, simulator).addTo(http);
    return simulator;
  }

  /** Receives nothing: messages go to the real provider. */
  public static TwilioSimulator outOfReach(TwilioAccount account, InstantSource clock) {
    return new TwilioSimulator(account, clock);
  }

  /** Refuses the request or takes it as a message that will be sent. */
  SendOutcome send(SendRequest request) {
    TwilioBehaviour behaviour = behaviours.current();
    Optional<Refusal> told = behaviour.refusalOf(request.to());
    if (told.isPresent()) {
      return new SendOutcome.Refused(told.get().error(), told.get().retryAfterSeconds());
    }
    Optional<TwilioError> refusal = check.refusalOf(request);
    if (refusal.isPresent()) {
      return new SendOutcome.Refused(refusal.get(), 0);
    }
    TwilioMessage message = messageOf(request, clock.instant());
    messages.add(message);
    List<CourseStep> steps =
        course.of(message, behaviour, accepted.incrementAndGet(), clock.instant());
    threads.execute(() -> follow(message, steps, behaviour.callbacks()));
    return new SendOutcome.Taken(message);
  }

  private TwilioMessage messageOf(SendRequest request, Instant now) {
    Map<String, String> variables =
        ContentVariables.parse(request.contentVariables()).orElse(Map.of());
    Optional<ContentTemplate> template = templates.find(request.contentSid());
    String body = template.map(it -> it.render(variables).orElse(it.body())).orElse(request.body());
    return new TwilioMessage(
        Sid.ofNewMessage(!request.mediaUrls().isEmpty()),
        request.channel(),
        false,
        request.from(),
        request.to(),
        body,
        request.mediaUrls(),
        request.contentSid(),
        variables,
        template.map(it -> it.buttons(variables)).orElse(List.of()),
        request.statusCallback(),
        MessageStatus.QUEUED,
        0,
        now,
        null,
        now);
  }

  private void follow(TwilioMessage message, List<CourseStep> steps, boolean tellsChanges) {
    try {
      for (CourseStep step : steps) {
        Thread.sleep(BEFORE_EACH_STEP);
        Optional<TwilioMessage> moved = messages.advance(message.sid(), step, clock.instant());
        if (moved.isPresent() && tellsChanges && !message.statusCallback().isEmpty()) {
          callbacks.tell(moved.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.debug("Stopped before {} came to its end", message.sid());
    }
  }

  /**
   * A customer writes: remembered as the real provider does, then passed on; waits for the answer.
   */
  public InboundOutcome receive(InboundText text) throws IOException, InterruptedException {
    if (!inboundWebhook.isDirected()) {
      throw new BadRequest("Set the inbound URL first: PUT /simulators/twilio/inbound-url.");
    }
    TwilioMessage message = InboundWebhook.message(text, clock.instant());
    messages.add(message);
    Optional<String> byItself =
        switch (text.channel()) {
          case SMS -> optOuts.hear(message.from(), message.to(), text.body());
          case CHAT -> {
            windows.hear(message.from(), message.to(), message.createdAt());
            yield Optional.empty();
          }
        };
    InboundOutcome outcome = inboundWebhook.post(message);
    Stream.concat(byItself.stream(), outcome.replies().stream())
        .forEach(answer -> messages.answer(message.sid(), answer));
    return outcome;
  }

  public TwilioMessages messages() {
    return messages;
  }

  TwilioBehaviours behaviours() {
    return behaviours;
  }

  Optional<ContentTemplate> template(String sid) {
    return templates.find(sid);
  }

  public TwilioBehaviour behaviour() {
    return behaviours.current();
  }

  public void behave(TwilioBehaviour behaviour) {
    accepted.set(0);
    behaviours.turnTo(behaviour);
  }

  public void register(List<ContentTemplate> all) {
    templates.replace(all);
  }

  public void directInboundTo(String url) {
    inboundWebhook.direct(url);
  }

  /** Forgets messages, opt-outs and chat windows; templates and settings stay. */
  public void clear() {
    messages.clear();
    optOuts.clear();
    windows.clear();
  }

  @Override
  public void close() {
    behaviours.close();
    threads.shutdownNow();
    webhooks.close();
  }
}

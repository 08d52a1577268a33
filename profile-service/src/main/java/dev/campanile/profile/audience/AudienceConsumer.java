package dev.campanile.profile.audience;

import dev.campanile.contracts.AudienceRequested;
import dev.campanile.profile.segment.Rule;
import dev.campanile.profile.segment.RuleJson;
import dev.campanile.profile.segment.SegmentRepository;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Takes down which runs ask for an audience. */
@ApplicationScoped
public class AudienceConsumer {

  private static final Logger LOG = Logger.getLogger(AudienceConsumer.class);

  private final TopicReader reader;
  private final SegmentRepository segments;
  private final AudienceRepository audiences;
  private final AudienceStreamer streamer;
  private final InstantSource clock;

  AudienceConsumer(
      TopicReader reader,
      SegmentRepository segments,
      AudienceRepository audiences,
      AudienceStreamer streamer,
      InstantSource clock) {
    this.reader = reader;
    this.segments = segments;
    this.audiences = audiences;
    this.streamer = streamer;
    this.clock = clock;
  }

  @Incoming("audience-requests")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, AudienceRequested.class, this::on);
    streamer.wake();
  }

  private void on(Handle handle, List<AudienceRequested> requests) {
    for (AudienceRequested request : requests) {
      Optional<Rule> rule = segments.rule(request.segment());
      if (rule.isEmpty()) {
        // The run learns that nobody belongs; leaving it unanswered would let it wait for ever.
        LOG.warnf(
            "run %s asks for segment %s, which is not known: its audience is empty",
            request.runId(), request.segment());
      }
      audiences.request(
          handle,
          request,
          rule.map(known -> RuleJson.write(known).toString()).orElse(null),
          clock.instant());
    }
  }
}

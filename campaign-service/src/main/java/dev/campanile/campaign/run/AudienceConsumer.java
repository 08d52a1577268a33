package dev.campanile.campaign.run;

import dev.campanile.contracts.AudienceBucketCompleted;
import dev.campanile.contracts.AudienceMembers;
import dev.campanile.contracts.AudienceRecord;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Handle;

/** Plans a message for every member of a run's audience. */
@ApplicationScoped
class AudienceConsumer {

  private final TopicReader reader;
  private final RunRepository runs;
  private final AudienceRepository audience;
  private final RunPump pump;
  private final InstantSource time;

  AudienceConsumer(
      TopicReader reader,
      RunRepository runs,
      AudienceRepository audience,
      RunPump pump,
      InstantSource time) {
    this.reader = reader;
    this.runs = runs;
    this.audience = audience;
    this.pump = pump;
    this.time = time;
  }

  @Incoming("audience-members")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readBatches(records, AudienceRecord.class, this::apply);
    pump.wake();
  }

  private void apply(Handle handle, List<AudienceRecord> records) {
    Map<RunId, CampaignRun> known = new HashMap<>();
    for (AudienceRecord record : records) {
      CampaignRun run =
          known.computeIfAbsent(
              record.runId(),
              id ->
                  runs.find(handle, id)
                      .orElseThrow(
                          () -> new IllegalArgumentException("nobody launched the run " + id)));
      switch (record) {
        case AudienceMembers members -> audience.add(handle, run, members, time.instant());
        case AudienceBucketCompleted completed -> audience.complete(handle, completed);
      }
    }
  }
}

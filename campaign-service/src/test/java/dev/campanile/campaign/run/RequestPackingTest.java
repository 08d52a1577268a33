package dev.campanile.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.WireFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RequestPackingTest {

  private static final CampaignRun RUN =
      new CampaignRun(
          new RunId(UUID.randomUUID()),
          "spring",
          new ContentRef("spring", 1),
          "everyone",
          Category.MARKETING,
          null,
          List.of(PlannedChannel.EMAIL),
          Instant.EPOCH,
          Instant.EPOCH,
          LocalDate.EPOCH,
          RunControl.State.RUNNING);

  @Property(tries = 40)
  void keepsTheLimitsOfABatchAndTheOrder(
      @ForAll @IntRange(min = 1, max = 700) int people,
      @ForAll @IntRange(min = 1, max = 3_000) int textLength) {
    List<PendingMessage> pending =
        IntStream.range(0, people).mapToObj(_ -> pending("x".repeat(textLength))).toList();

    MessageRequests packed = RequestPacking.pack(RUN, new Bucket(5), pending);

    assertThat(packed.items()).hasSizeLessThanOrEqualTo(Batch.MAX_ITEMS);
    assertThat(WireFormat.write(packed).length).isLessThanOrEqualTo(Batch.MAX_BYTES);
    assertThat(packed.items())
        .isEqualTo(
            pending.subList(0, packed.items().size()).stream()
                .map(PendingMessage::recipient)
                .toList());
  }

  private static PendingMessage pending(String text) {
    var profile = new ProfileId(UUID.randomUUID());
    var recipient = new Recipient(RUN.messageTo(profile), profile, 1, Map.of("text", text));
    return new PendingMessage(
        recipient, PumpRepository.RECIPIENT_BYTES + WireFormat.write(recipient.data()).length);
  }
}

package dev.campanile.gateway.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.ProviderTemplate.Button;
import dev.campanile.contracts.ProviderTemplate.ButtonKind;
import dev.campanile.contracts.Topic;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class TwilioTemplatesTest {

  @Inject TwilioTemplates templates;
  @Inject TemplateRepository repository;
  @Inject TestClock clock;
  @Inject Seen seen;

  @Inject
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  private final String sid = anySid();

  @Test
  void asksForATemplateItNeverHeardOfAndKeepsTheAnswer() {
    seen.providerKeeps(sid, true, "Ciao {{1}}");

    assertThat(templates.of(template(sid))).isEqualTo(ChatTemplate.UNKNOWN);
    awaitSaid(sid, ChatTemplate.APPROVED);
    assertThat(repository.find(sid)).isPresent();
  }

  @Test
  void keepsWhatTheTemplateSays() {
    seen.providerKeeps(sid, true, "Ciao {{1}}");
    awaitSaid(sid, ChatTemplate.APPROVED);

    ProviderTemplate heard = templates.find(sid).orElseThrow();
    assertThat(heard.body()).isEqualTo("Ciao {{1}}");
    assertThat(heard.buttons()).containsExactly(new Button(ButtonKind.REPLY, "A casa", null));
  }

  @Test
  void tellsWhatIsNewAndNothingTwice() {
    store("pending", 0);
    store("pending", 1);
    store("approved", 2);

    assertThat(
            new TopicProbe(bootstrapServers)
                    .awaitOn(
                        Topic.CHAT_TEMPLATES.topicName(),
                        records -> records.stream().filter(this::isOfSid).count() >= 2)
                    .stream()
                    .filter(this::isOfSid)
                    .map(record -> new String(record.value(), UTF_8)))
        .hasSize(2)
        .satisfies(told -> assertThat(told.get(0)).contains("pending"))
        .satisfies(told -> assertThat(told.get(1)).contains("approved"));
  }

  private void store(String status, int minutes) {
    repository.store(
        new ProviderTemplate(
            sid,
            status.equals("approved"),
            status,
            "Ciao",
            List.of(),
            TestClock.START.plus(Duration.ofMinutes(minutes))));
  }

  private boolean isOfSid(ConsumerRecord<String, byte[]> record) {
    return record.key().equals(sid);
  }

  @Test
  void takesNothingForApprovedThatIsNot() {
    seen.providerKeeps(sid, false, "Ciao {{1}}");

    awaitSaid(sid, ChatTemplate.NOT_APPROVED);
    awaitSaid(anySid(), ChatTemplate.NOT_APPROVED);
  }

  @Test
  void asksInTheBackgroundForWhatItIsToldToExpect() {
    seen.providerKeeps(sid, true, "Ciao {{1}}");
    templates.expect(List.of(sid));

    await().atMost(Duration.ofSeconds(20)).until(() -> repository.find(sid).isPresent());
  }

  @Test
  void noticesThatAnApprovalWasTakenBack() {
    seen.providerKeeps(sid, true, "Ciao {{1}}");
    awaitSaid(sid, ChatTemplate.APPROVED);

    seen.providerKeeps(sid, false, "Ciao {{1}}");
    clock.advance(Duration.ofMinutes(11));
    templates.expect(List.of(anySid()));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> templates.of(template(sid)) == ChatTemplate.NOT_APPROVED);
  }

  private void awaitSaid(String sid, ChatTemplate said) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> templates.of(template(sid)), it -> it == said);
  }

  private static String anySid() {
    return "HX" + UUID.randomUUID().toString().replace("-", "");
  }

  private static ContentVersion.ChatTemplate template(String sid) {
    return new ContentVersion.ChatTemplate(sid, List.of());
  }
}

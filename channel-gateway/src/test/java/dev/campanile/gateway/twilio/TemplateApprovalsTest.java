package dev.campanile.gateway.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.gateway.gate.ContentAbility.ChatTemplate;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class TemplateApprovalsTest {

  @Inject TwilioTemplateApprovals approvals;
  @Inject ApprovalRepository repository;
  @Inject TestClock clock;

  @Inject
  @ConfigProperty(name = "test.simulators.url")
  String simulators;

  private final String sid = anySid();

  @Test
  void asksForATemplateItNeverHeardOfAndKeepsTheAnswer() {
    providerSays(sid, true);

    assertThat(approvals.of(template(sid))).isEqualTo(ChatTemplate.UNKNOWN);
    awaitSaid(sid, ChatTemplate.APPROVED);
    assertThat(repository.statusOf(sid)).contains("approved");
  }

  @Test
  void takesNothingForApprovedThatIsNot() {
    providerSays(sid, false);

    awaitSaid(sid, ChatTemplate.NOT_APPROVED);
    awaitSaid(anySid(), ChatTemplate.NOT_APPROVED);
  }

  @Test
  void asksInTheBackgroundForWhatItIsToldToExpect() {
    providerSays(sid, true);
    approvals.expect(List.of(sid));

    await().atMost(Duration.ofSeconds(20)).until(() -> repository.statusOf(sid).isPresent());
  }

  @Test
  void noticesThatAnApprovalWasTakenBack() {
    providerSays(sid, true);
    awaitSaid(sid, ChatTemplate.APPROVED);

    providerSays(sid, false);
    clock.advance(Duration.ofMinutes(11));
    approvals.expect(List.of(anySid()));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> approvals.of(template(sid)) == ChatTemplate.NOT_APPROVED);
  }

  private void awaitSaid(String sid, ChatTemplate said) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> approvals.of(template(sid)), it -> it == said);
  }

  private static String anySid() {
    return "HX" + UUID.randomUUID().toString().replace("-", "");
  }

  private static ContentVersion.ChatTemplate template(String sid) {
    return new ContentVersion.ChatTemplate(sid, List.of());
  }

  private void providerSays(String template, boolean approved) {
    RestAssured.given()
        .contentType("application/json")
        .body(
            """
            [{"sid": "%s", "friendlyName": "t", "language": "it", "approved": %s, "body": "Ciao"}]"""
                .formatted(template, approved))
        .put(simulators + "/simulators/twilio/templates")
        .then()
        .statusCode(204);
  }
}

package dev.campanile.profile.segment;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.imported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reach;
import dev.campanile.contracts.Reach.Unreachable;
import dev.campanile.contracts.ReachRequested;
import dev.campanile.contracts.Reason;
import dev.campanile.profile.ServiceTest;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class ReachTest {

  private static final String HEADER =
      "externalId,trait.group,email,phone,preferredChannel,emailConsent,smsConsent,consentSource,"
          + "consentAt,openCase,suppressed,firstName\n";
  private static final String FORM = "form,2026-03-01";

  @Inject Database database;

  @Test
  void foreseesEveryReasonOfTheGate() {
    imported(
        HEADER
            + ("r-1,every,r1@example.com,,,OPTED_IN,,FORM,,,\n"
                    + "r-2,every,,+393334000001,,,OPTED_IN,FORM,,,\n"
                    + "r-3,every,no address,,,OPTED_IN,,FORM,,,\n"
                    + "r-4,every,r4@example.com,,,OPTED_IN,,FORM,,EMAIL:HARD,\n"
                    + "r-5,every,r5@example.com,,,OPTED_IN,,FORM,,EMAIL:SOFT,\n"
                    + "r-6,every,r6@example.com,,,OPTED_IN,,FORM,,EMAIL:COMPLAINT,\n"
                    + "r-7,every,r7@example.com,,,OPTED_IN,,FORM,,EMAIL:MANUAL,\n"
                    + "r-8,every,r8@example.com,,,OPTED_OUT,,FORM,,,\n"
                    + "r-9,every,r9@example.com,,,,,FORM,,,\n"
                    + "r-10,every,r10@example.com,,,OPTED_IN,,FORM,case-1,,\n"
                    + "r-11,every,r11@example.com,,,PENDING,,FORM,,,\n"
                    + "r-12,other,r12@example.com,,,OPTED_IN,,FORM,,,\n")
                .replace("FORM", FORM));

    Reach reach = reach("every", Category.MARKETING, List.of(PlannedChannel.EMAIL));

    assertThat(reach)
        .isEqualTo(
            new Reach(
                11,
                Map.of(Channel.EMAIL, 1L),
                List.of(
                    new Unreachable(Reason.NO_CONSENT, 2),
                    new Unreachable(Reason.INVALID_ADDRESS, 1),
                    new Unreachable(Reason.NO_ADDRESS, 1),
                    new Unreachable(Reason.OPEN_CASE, 1),
                    new Unreachable(Reason.OPTED_OUT, 1),
                    new Unreachable(Reason.SUPPRESSED_COMPLAINT, 1),
                    new Unreachable(Reason.SUPPRESSED_HARD, 1),
                    new Unreachable(Reason.SUPPRESSED_MANUAL, 1),
                    new Unreachable(Reason.SUPPRESSED_SOFT, 1)),
                Map.of(),
                0,
                TestClock.START));
  }

  /** Their only way is mail; r-8 said no to marketing, which is no no to anything else. */
  @ParameterizedTest
  @CsvSource({"TRANSACTIONAL,8,1", "SERVICE,5,4", "SURVEY,2,4"})
  void eachCategoryIsBoundByItsOwnRules(Category category, long reachable, long suppressed) {
    foreseesEveryReasonOfTheGate();

    Reach reach = reach("every", category, List.of(PlannedChannel.EMAIL));

    assertThat(reach.reachable()).isEqualTo(Map.of(Channel.EMAIL, reachable));
    assertThat(
            reach.unreachable().stream()
                .filter(one -> one.reason().name().startsWith("SUPPRESSED"))
                .mapToLong(Unreachable::people)
                .sum())
        .isEqualTo(suppressed);
  }

  @Test
  void theFirstChannelOfThePlanThatPassesIsTakenAndTheLastOnesReasonIsTold() {
    imported(
        HEADER
            + ("p-1,plan,p1@example.com,+393334000011,SMS,OPTED_IN,OPTED_IN,FORM,,,\n"
                    + "p-2,plan,p2@example.com,+393334000012,,OPTED_IN,OPTED_IN,FORM,,,\n"
                    + "p-3,plan,p3@example.com,+393334000013,,,OPTED_IN,FORM,,,\n"
                    + "p-4,plan,p4@example.com,+393334000014,SMS,OPTED_OUT,,FORM,,,\n"
                    + "p-5,plan,p5@example.com,+393334000015,CHAT,,OPTED_OUT,FORM,,,\n"
                    + "p-6,plan,p6@example.com,,,,,FORM,,,\n")
                .replace("FORM", FORM));
    var plan =
        List.of(
            PlannedChannel.PREFERRED,
            PlannedChannel.CHAT,
            PlannedChannel.EMAIL,
            PlannedChannel.SMS);

    Reach reach = reach("plan", Category.MARKETING, plan);

    assertThat(reach.reachable()).isEqualTo(Map.of(Channel.SMS, 2L, Channel.EMAIL, 1L));
    assertThat(reach.unreachable())
        .as("p-4 by mail, p-5 by text, p-6 has no number")
        .containsExactlyInAnyOrder(
            new Unreachable(Reason.OPTED_OUT, 2), new Unreachable(Reason.NO_ADDRESS, 1));
  }

  @Test
  void aNoToOneTopicHoldsBackThatTopicAlone() {
    imported(
        HEADER
            + "t-1,topic,t1@example.com,,,OPTED_IN,,%s,,,\n".formatted(FORM)
            + "t-2,topic,t2@example.com,,,,,%s,,,\n".formatted(FORM));
    say("t1@example.com", "news", "OPTED_OUT");
    say("t2@example.com", "news", "OPTED_IN");
    say("t2@example.com", "ALL", "OPTED_IN");

    assertThat(about("news").reachable()).isEqualTo(Map.of(Channel.EMAIL, 1L));
    assertThat(about("news").unreachable()).containsExactly(new Unreachable(Reason.OPTED_OUT, 1));
    assertThat(about("offers").unreachable())
        .containsExactly(new Unreachable(Reason.NO_CONSENT, 1));
  }

  @Test
  void saysWhoLacksWhatTheContentCannotDoWithout() {
    imported(
        HEADER.replace("\n", ",orderNumber\n")
            + ("f-1,fields,f1@example.com,,,OPTED_IN,,FORM,,,Ana,7\n"
                    + "f-2,fields,f2@example.com,,,OPTED_IN,,FORM,,,Bo,\n"
                    + "f-3,fields,f3@example.com,,,OPTED_IN,,FORM,,,,\n")
                .replace("FORM", FORM));

    Reach reach =
        asked(
                "fields",
                """
                {"segment":"fields","category":"MARKETING","plan":["EMAIL"],"channels":["EMAIL"],
                 "fields":["firstName","orderNumber","externalId"]}""")
            .statusCode(200)
            .extract()
            .as(Reach.class);

    assertThat(reach.missing()).isEqualTo(Map.of("firstName", 1L, "orderNumber", 2L));
    assertThat(reach.missingAny()).isEqualTo(2);
  }

  @Test
  void withoutAChannelThereIsNoWay() {
    imported(HEADER + "n-1,without-channel,n1@example.com,,,OPTED_IN,,%s,,,\n".formatted(FORM));

    Reach reach = reach("without-channel", Category.MARKETING, List.of(PlannedChannel.PREFERRED));

    assertThat(reach.unreachable()).containsExactly(new Unreachable(Reason.NO_ADDRESS, 1));
  }

  @Test
  void anUnknownSegmentIsNotFound() {
    api()
        .contentType("application/json")
        .body(
            "{\"segment\":\"none\",\"category\":\"SERVICE\",\"plan\":[],\"channels\":[],\"fields\":[]}")
        .post("/v1/segments/none:reach")
        .then()
        .statusCode(404);
  }

  private void say(String address, String topic, String state) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into consent_state
                    values (:address, 'EMAIL', :topic, :state, 4, now(), :state = 'OPTED_OUT',
                            'FORM', 'test')
                    """)
                .bind("address", address)
                .bind("topic", topic)
                .bind("state", state)
                .execute());
  }

  private static Reach about(String topic) {
    return reach(
        new ReachRequested(
            "topic",
            Category.MARKETING,
            new ConsentTopic(topic),
            List.of(PlannedChannel.EMAIL),
            Set.of(Channel.EMAIL),
            List.of()));
  }

  private static Reach reach(String group, Category category, List<PlannedChannel> plan) {
    return reach(
        new ReachRequested(
            group, category, null, plan, Set.of(Channel.EMAIL, Channel.SMS), List.of()));
  }

  private static Reach reach(ReachRequested request) {
    return asked(
            request.segment(),
            """
            {"segment":"%s","category":"%s","topic":%s,"plan":[%s],"channels":[%s],"fields":[]}"""
                .formatted(
                    request.segment(),
                    request.category(),
                    request.topic() == null ? "null" : "\"" + request.topic() + "\"",
                    quoted(request.plan()),
                    quoted(request.channels())))
        .statusCode(200)
        .extract()
        .as(Reach.class);
  }

  private static ValidatableResponse asked(String group, String body) {
    api()
        .contentType("application/json")
        .body("{\"rule\":{\"trait\":\"group\",\"is\":\"%s\"}}".formatted(group))
        .put("/v1/segments/" + group);
    return api()
        .contentType("application/json")
        .body(body)
        .post("/v1/segments/" + group + ":reach")
        .then();
  }

  private static String quoted(Iterable<? extends Enum<?>> names) {
    StringBuilder quoted = new StringBuilder();
    names.forEach(name -> quoted.append(quoted.isEmpty() ? "\"" : ",\"").append(name).append('"'));
    return quoted.toString();
  }
}

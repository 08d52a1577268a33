package dev.campanile.profile.imports;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.ended;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static dev.campanile.profile.ProfileApi.profile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.Topics;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ServiceTest
class ImportTest {

  private static final String HEADER =
      "externalId,firstName,email,phone,country,locale,emailConsent,smsConsent,consentSource,"
          + "consentAt,orderStatus,openCase,suppressed\n";

  @Inject Topics topics;
  @Inject Database database;
  @Inject ImportRepository imports;
  @Inject ImportRunner runner;

  @Test
  void aCustomerIsShownAndToldToTheGateway() {
    JsonPath job =
        imported(
            HEADER
                + "ana,Ana,Ana@Example.com,333 100 0001,IT,it-IT,OPTED_IN,OPTED_OUT,web-form,"
                + "2026-03-01T10:00:00Z,OUT_FOR_DELIVERY,case-1,EMAIL:HARD\n");

    assertThat(job.getString("state")).isEqualTo("COMPLETED");
    assertThat(job.getInt("imported")).isEqualTo(1);
    JsonPath ana = profile("ana");
    assertThat(ana.getString("firstName")).isEqualTo("Ana");
    assertThat(ana.getString("zone")).isEqualTo("Europe/Rome");
    assertThat(ana.getString("zoneSource")).isEqualTo("PHONE");
    assertThat(ana.getString("traits.orderStatus")).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(ana.getList("addresses.address"))
        .containsExactlyInAnyOrder("ana@example.com", "+393331000001", "+393331000001");
    assertThat(ana.getString("addresses.find { it.channel == 'SMS' }.consents[0].topic"))
        .isEqualTo("ALL");
    assertThat(ana.getString("openCases[0].key")).isEqualTo("case-1");
    ContactCard card = topics.cards(idOf("ana"), _ -> true).getLast();
    assertThat(card.version()).isEqualTo(ana.getLong("version")).isEqualTo(1);
    assertThat(card.zones()).containsExactly(ZoneId.of("Europe/Rome"));
    assertThat(card.openCases()).hasSize(1);
    ContactAddress mail = address(card, Channel.EMAIL);
    assertThat(mail.suppression()).isEqualTo(SuppressionReason.HARD);
    assertThat(mail.consents().getFirst().state()).isEqualTo(ConsentState.OPTED_IN);
  }

  @Test
  void whetherReadingMayBeRecordedIsTheCustomersWord() {
    imported(
        "externalId,email,trackingConsent\n"
            + "yes,yes@example.com,yes\nno,no@example.com,No\nsilent,silent@example.com,\n");
    JsonPath job = imported("externalId,trackingConsent\nunclear,maybe\n");

    assertThat(profile("yes").getString("tracking")).isEqualTo("GRANTED");
    assertThat(profile("no").getString("tracking")).isEqualTo("DENIED");
    assertThat(profile("silent").getString("tracking")).isNull();
    assertThat(profile("unclear").getString("tracking")).isEqualTo("DENIED");
    assertThat(job.getString("refusals[0].field")).isEqualTo("trackingConsent");
    assertThat(topics.cards(idOf("yes"), _ -> true).getLast().tracking()).isTrue();
    assertThat(topics.cards(idOf("no"), _ -> true).getLast().tracking()).isFalse();
    assertThat(topics.cards(idOf("silent"), _ -> true).getLast().tracking()).isFalse();

    imported("externalId,trackingConsent\nyes,no\n");

    assertThat(topics.cards(idOf("yes"), card -> card.version() == 2).getLast().tracking())
        .isFalse();
  }

  @Test
  void anEmptyCellTakesBackNoWordAboutTracking() {
    imported("externalId,email,trackingConsent\nmute,mute@example.com,no\n");

    imported("externalId,trackingConsent\nmute,\n");

    assertThat(profile("mute").getString("tracking")).isEqualTo("DENIED");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String csv =
        HEADER
            + "bo,Bo,bo@example.com,,SE,sv,OPTED_IN,,web-form,2026-03-01,,case-2,\n"
            + ",No,id@example.com,,SE,sv,,,,,,,\n";
    imported(csv);
    UUID first = idOf("bo");

    JsonPath again = imported(csv);

    assertThat(again.getInt("imported")).isEqualTo(1);
    assertThat(again.getInt("refused")).isEqualTo(1);
    assertThat(again.getInt("rows")).isEqualTo(2);
    assertThat(again.getString("refusals[0].field")).isEqualTo("externalId");
    assertThat(again.getInt("refusals[0].row")).isEqualTo(3);
    assertThat(idOf("bo")).isEqualTo(first);
    assertThat(profile("bo").getInt("version")).isEqualTo(1);
    assertThat(ledgerOf(first)).hasSize(1);
  }

  @Test
  void aBlankCellClearsAFieldAndAMissingColumnLeavesIt() {
    imported("externalId,firstName,email,trait.tier,trait.city\nkim,Kim,k@example.com,gold,Oslo\n");

    imported("externalId,firstName,trait.tier\nkim,,\n");

    JsonPath kim = profile("kim");
    assertThat(kim.getString("firstName")).isNull();
    assertThat(kim.getMap("traits")).containsOnlyKeys("city");
    assertThat(kim.getList("addresses.address")).containsExactly("k@example.com");
  }

  @Test
  void aNewAddressStartsUnknownAndTheOldOneIsLetGo() {
    imported(HEADER + "lu,Lu,lu@example.com,,IT,it,OPTED_IN,,form,2026-03-01,,,\n");

    imported("externalId,email\nlu,lu.new@example.com\n");

    JsonPath lu = profile("lu");
    assertThat(lu.getList("addresses.address")).containsExactly("lu.new@example.com");
    assertThat(lu.getList("addresses[0].consents")).isEmpty();
    assertThat(lu.getInt("version")).isEqualTo(2);
  }

  @Test
  void anOptOutOfAnEarlierImportBindsWhoeverTakesUpTheAddress() {
    imported(HEADER + "mo,Mo,shared@example.com,,IT,it,OPTED_OUT,,form,2026-03-01,,,\n");

    imported("externalId,email\nna,shared@example.com\n");

    assertThat(address(topics.cards(idOf("na"), _ -> true).getLast(), Channel.EMAIL).consents())
        .extracting(ContactCard.Consent::state)
        .containsExactly(ConsentState.OPTED_OUT);
  }

  @Test
  void aCrashInTheMiddleIsResumedAndNothingIsDoneTwice() {
    UUID id = UUID.randomUUID();
    String csv =
        HEADER
            + IntStream.range(0, 4_200)
                .mapToObj(
                    i ->
                        "crash-%d,C,crash%d@example.com,,IT,it,OPTED_IN,,form,2026-03-01,,,\n"
                            .formatted(i, i))
                .collect(Collectors.joining())
            + "crash-0,C,again@example.com,,IT,it,,,,,,,\n";
    OpenImport open =
        database.transaction(
            handle -> {
              imports.create(handle, id, "crm", csv.getBytes(UTF_8), TestClock.START);
              return OpenImport.open(
                  imports.claim(handle, Duration.ofHours(1)).orElseThrow(), ZoneId.of("UTC"));
            });
    assertThat(runner.work(open)).isTrue();

    // The process that held the lease is gone.
    database.inTransaction(
        handle ->
            handle.execute(
                "update import_job set leased_until = now() + interval '2 seconds' where id = ?",
                id));
    long died = System.nanoTime();

    JsonPath job = ended("/v1/imports/" + id);
    assertThat(Duration.ofNanos(System.nanoTime() - died))
        .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(12));
    assertThat(job.getInt("rows")).isEqualTo(4_201);
    assertThat(job.getInt("imported")).isEqualTo(4_200);
    assertThat(job.getString("refusals[0].reason")).contains("row 2");
    assertThat(profile("crash-0").getInt("version")).isEqualTo(1);
    assertThat(ledgerOf(idOf("crash-0"))).hasSize(1);
    assertThat(
            database.<Integer>read(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from profile where external_id like 'crash-%'")
                        .mapTo(Integer.class)
                        .one()))
        .isEqualTo(4_200);
  }

  @Test
  void importsAreListedNewestFirst() {
    imported("externalId\nlisted-1\n");
    imported("externalId\nlisted-2\n\n");

    var first = api().get("/v1/imports?limit=1").then().statusCode(200).extract().jsonPath();
    var second =
        api()
            .get("/v1/imports?limit=1&cursor=" + first.getString("nextCursor"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(first.getString("data[0].state")).isEqualTo("COMPLETED");
    assertThat(first.getString("data[0].id")).isGreaterThan(second.getString("data[0].id"));
  }

  @Test
  void aFileThatCannotBeReadIsRefusedAtOnce() {
    api()
        .contentType("text/csv")
        .body("externalId;email\n")
        .post("/v1/imports")
        .then()
        .statusCode(400)
        .body("code", equalTo("CSV_HEADER"))
        .body("detail", containsString("separated by commas"));
    api()
        .contentType("text/csv")
        .body(new byte[] {(byte) 0xE9, 'x'})
        .post("/v1/imports")
        .then()
        .statusCode(400)
        .body("code", equalTo("CSV_NOT_UTF8"));
    api()
        .contentType("text/csv")
        .post("/v1/imports")
        .then()
        .statusCode(400)
        .body("code", equalTo("CSV_EMPTY"));
  }

  private static List<String> ledgerOf(UUID profile) {
    return api()
        .get("/v1/profiles/" + profile + "/consents")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("data.state");
  }

  private static ContactAddress address(ContactCard card, Channel channel) {
    return card.addresses().stream().filter(a -> a.channel() == channel).findFirst().orElseThrow();
  }
}

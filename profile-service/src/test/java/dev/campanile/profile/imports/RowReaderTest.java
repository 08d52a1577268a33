package dev.campanile.profile.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.imports.CustomerRow.RowAddress;
import dev.campanile.profile.zone.ZoneSource;
import dev.campanile.runtime.http.Problem;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

  private static final Instant UPLOADED = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void readsACustomer() {
    CustomerRow ana =
        taken(
            """
            externalId,firstName,email,phone,locale,country,orderStatus,trait.tier,openCase
            c-1,Ana,Ana@Example.com,333 123 4567,it_it,it,DELIVERED,gold,case-7
            """);

    assertThat(ana.profile().externalId()).isEqualTo("c-1");
    assertThat(ana.profile().locale()).isEqualTo("it-IT");
    assertThat(ana.profile().country()).isEqualTo("IT");
    assertThat(ana.profile().zones().source()).isEqualTo(ZoneSource.PHONE);
    assertThat(ana.profile().traits())
        .containsEntry("orderStatus", "DELIVERED")
        .containsEntry("tier", "gold");
    assertThat(ana.addresses())
        .containsExactly(
            new RowAddress(Channel.EMAIL, "ana@example.com", true),
            new RowAddress(Channel.SMS, "+393331234567", true),
            new RowAddress(Channel.CHAT, "+393331234567", true));
    assertThat(ana.openCase()).isEqualTo("case-7");
  }

  @Test
  void keepsAnAddressThatCannotBeReadAsInvalidAndSaysSo() {
    ReadRow row = read("externalId,email,phone,country\nc-1,not-a-mail,12,IT\n").getFirst();

    assertThat(row).isInstanceOf(ReadRow.Taken.class);
    assertThat(((ReadRow.Taken) row).customer().addresses())
        .extracting(RowAddress::valid)
        .containsExactly(false, false, false);
    assertThat(row.refusals())
        .containsExactly(
            new Refusal(
                2,
                "email",
                "no***il",
                "is not a mail address such as ana@example.com; kept as an invalid address"),
            new Refusal(
                2,
                "phone",
                "***",
                "is not a phone number such as +393331234567; kept as an invalid address"));
  }

  @ParameterizedTest
  @CsvSource({"zone,Mars/Base,inferred", "locale,!,left out", "country,Italia,left out"})
  void leavesOutAFieldThatCannotBeRead(String column, String value, String otherwise) {
    ReadRow row = read("externalId,%s\nc-1,%s\n".formatted(column, value)).getFirst();

    assertThat(row).isInstanceOf(ReadRow.Taken.class);
    assertThat(row.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.field()).isEqualTo(column);
              assertThat(refusal.value()).isEqualTo(value);
              assertThat(refusal.reason()).endsWith(otherwise);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "externalId,email\n,ana@example.com\n",
        "externalId,email\nc-1\n",
        "externalId,email\nc-1,ana@example.com,more\n",
        "externalId,preferredChannel\nc-1,PIGEON\n",
        "externalId,emailConsent,email\nc-1,MAYBE,ana@example.com\n",
        "externalId,suppressed\nc-1,EMAIL:TIRED\n",
      })
  void refusesARowNobodyCanUse(String csv) {
    assertThat(read(csv)).singleElement().isInstanceOf(ReadRow.Refused.class);
  }

  @Test
  void refusesASecondRowOfTheSameCustomer() {
    List<ReadRow> rows = read("externalId\nc-1\nc-2\nc-1\n");

    assertThat(rows.get(2).refusals())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason()).contains("row 2"));
  }

  @Test
  void aNoBySmsMeansEverythingAndAYesMeansMarketing() {
    List<ConsentEntry> consents =
        taken(
                """
                externalId,phone,emailConsent,email,smsConsent,chatConsent,consentSource,consentAt
                c-1,+393331234567,OPTED_OUT,a@example.com,OPTED_OUT,OPTED_IN,form,2026-03-01T10:00:00Z
                """)
            .consents();

    assertThat(consents)
        .extracting(e -> e.key().channel(), ConsentEntry::topic, ConsentEntry::state)
        .containsExactly(
            tuple(Channel.EMAIL, ConsentTopic.MARKETING, ConsentState.OPTED_OUT),
            tuple(Channel.SMS, ConsentTopic.ALL, ConsentState.OPTED_OUT),
            tuple(Channel.CHAT, ConsentTopic.MARKETING, ConsentState.OPTED_IN));
    assertThat(consents).allMatch(e -> e.at().equals(Instant.parse("2026-03-01T10:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPTED_IN,", "IMPLIED,form", "PENDING,", "UNKNOWN,form"})
  void aYesWithoutABasisIsUnknown(String consentAndSource) {
    assertThat(
            taken(
                    "externalId,email,emailConsent,consentSource\nc-1,a@example.com,"
                        + consentAndSource
                        + "\n")
                .consents())
        .isEmpty();
  }

  @Test
  void aYesWithoutATimeOrFromTheFutureLiftsNoOptOut() {
    String header = "externalId,email,emailConsent,consentSource,consentAt\nc-1,a@example.com,";

    assertThat(taken(header + "OPTED_IN,form,\n").consents().getFirst().proof()).isNull();
    assertThat(taken(header + "OPTED_IN,form,2027-01-01\n").consents().getFirst().proof()).isNull();
    assertThat(taken(header + "OPTED_IN,form,2026-01-01\n").consents().getFirst().proof())
        .contains("row 2");
  }

  @Test
  void readsSuppressions() {
    assertThat(
            taken(
                    "externalId,email,phone,suppressed\nc-1,a@example.com,+393331234567,"
                        + "EMAIL:HARD;SMS:MANUAL\n")
                .suppressions())
        .extracting(s -> s.key().channel(), s -> s.reason())
        .containsExactly(
            tuple(Channel.EMAIL, SuppressionReason.HARD),
            tuple(Channel.SMS, SuppressionReason.MANUAL));
  }

  @Test
  void refusesAFileWithColumnsItDoesNotKnow() {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> read("externalId,e-mail,trait.country,externalId\n"))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("CSV_HEADER");
              assertThat(problem.errors())
                  .extracting(error -> error.pointer())
                  .containsExactly("/columns/1", "/columns/2", "/columns/3");
            });
  }

  @Test
  void readsAFileSavedByASpreadsheet() {
    List<ReadRow> rows = read("\uFEFFexternalId,firstName\r\n\r\nc-1,\"Rossi, Ana\"\r\n");

    assertThat(rows).singleElement().isInstanceOf(ReadRow.Taken.class);
    assertThat(((ReadRow.Taken) rows.getFirst()).customer().profile().firstName())
        .isEqualTo("Rossi, Ana");
  }

  private static CustomerRow taken(String csv) {
    return ((ReadRow.Taken) read(csv).getFirst()).customer();
  }

  private static List<ReadRow> read(String csv) {
    CsvFile file = new CsvFile(csv.getBytes(UTF_8));
    RowReader reader = new RowReader(file.header(), ZoneOffset.UTC, "crm", "import 1", UPLOADED);
    return file.next(100).stream().map(row -> reader.read(row.number(), row.cells())).toList();
  }
}

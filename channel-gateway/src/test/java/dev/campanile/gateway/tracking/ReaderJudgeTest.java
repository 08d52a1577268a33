package dev.campanile.gateway.tracking;

import static dev.campanile.contracts.Receipt.Reader.HUMAN;
import static dev.campanile.contracts.Receipt.Reader.PREFETCH;
import static dev.campanile.contracts.Receipt.Reader.PROXY;
import static dev.campanile.contracts.Receipt.Reader.SCANNER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Receipt.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReaderJudgeTest {

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
  private static final Instant SENT = Instant.parse("2026-11-21T10:00:00Z");
  private static final MessageId MESSAGE = new MessageId(new UUID(1, 2));

  private final ReaderJudge judge = new ReaderJudge(KnownReaders.readShipped());

  @ParameterizedTest
  @CsvFileSource(resources = "user-agents.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
  void knowsThemByTheirName(Reader expected, String userAgent) {
    assertThat(judge.byRequest(new Visit("GET", userAgent, null)))
        .as(userAgent)
        .isEqualTo(expected);
  }

  @Test
  void nobodyWithoutANameIsAPerson() {
    assertThat(judge.byRequest(new Visit("GET", null, null))).isEqualTo(SCANNER);
    assertThat(judge.byRequest(new Visit("GET", " ", null))).isEqualTo(SCANNER);
    assertThat(judge.byRequest(new Visit("GET", "x".repeat(5_000), null))).isEqualTo(SCANNER);
  }

  @Test
  void whoOnlyWantsTheHeadersReadsNothing() {
    assertThat(judge.byRequest(new Visit("HEAD", PHONE, null))).isEqualTo(SCANNER);
    assertThat(judge.byRequest(new Visit("HEAD", "WhatsApp/2.23.20.0 A", null)))
        .isEqualTo(PREFETCH);
  }

  @Test
  void aBrowserSaysWhenItFetchesAhead() {
    for (String purpose : List.of("prefetch", "prefetch;prerender", "Prefetch", "preview")) {
      assertThat(judge.byRequest(new Visit("GET", PHONE, purpose))).isEqualTo(PREFETCH);
    }
    assertThat(judge.byRequest(new Visit("GET", PHONE, "navigate"))).isEqualTo(HUMAN);
  }

  @Test
  void nobodyReadsWithinTwoSecondsOfTheHandOff() {
    assertThat(timing(open(1_900, HUMAN))).isEqualTo(SCANNER);
    assertThat(timing(open(-1_900, HUMAN))).isEqualTo(SCANNER);
    assertThat(timing(click(1_900, "1"))).isEqualTo(SCANNER);
    assertThat(timing(open(1_900, PROXY))).isEqualTo(PREFETCH);
    assertThat(timing(open(2_000, HUMAN))).isEqualTo(HUMAN);
    assertThat(timing(open(2_000, PROXY))).isEqualTo(PROXY);
    assertThat(judge.byTiming(open(0, HUMAN), null, List.of())).isEqualTo(HUMAN);
  }

  @Test
  void twoDifferentLinksWithinTwoSecondsAreNoPersonsWork() {
    Reading first = click(60_000, "1");
    Reading second = click(61_900, "2");
    Reading third = click(62_100, "3");

    assertThat(timing(first, second, third)).isEqualTo(SCANNER);
    assertThat(timing(second, first, third)).isEqualTo(SCANNER);
    assertThat(timing(first, first, third)).isEqualTo(HUMAN);
  }

  @Test
  void aDoubleClickIsAPersons() {
    Reading first = click(60_000, "1");

    assertThat(timing(first, first, click(60_200, "1"))).isEqualTo(HUMAN);
  }

  @Test
  void hasteMakesNoScannerOfAnOpen() {
    assertThat(timing(open(60_000, HUMAN), click(60_100, "1"), click(60_200, "2")))
        .isEqualTo(HUMAN);
  }

  private Reader timing(Reading reading, Reading... clicks) {
    return judge.byTiming(reading, SENT, List.of(clicks));
  }

  private static Reading open(long millis, Reader reader) {
    return reading(millis, Mark.PIXEL, reader);
  }

  private static Reading click(long millis, String link) {
    return reading(millis, link, HUMAN);
  }

  private static Reading reading(long millis, String link, Reader reader) {
    return new Reading(
        UUID.randomUUID(),
        new Mark(MESSAGE, LocalDate.parse("2026-11-21"), link),
        reader,
        SENT.plus(Duration.ofMillis(millis)));
  }
}

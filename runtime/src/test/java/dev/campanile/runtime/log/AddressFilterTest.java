package dev.campanile.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 no such user ana.rossi+x@mail.example.com   | 550 no such user a…@mail.example.com",
        "<ana@example.com>,<bo@example.org>              | <a…@example.com>,<b…@example.org>",
        "müller@bücher.example bounced                   | m…@bücher.example bounced",
        "to +393331234567 failed                         | to +39…67 failed",
        "whatsapp:+393331234567                          | whatsapp:+39…67",
        "To=%2B393331234567&Body=Hi                      | To=+39…67&Body=Hi",
        "+39 333 123-4567                                | +39…67"
      })
  void anAddressIsNotReadable(String text, String masked) {
    assertThat(MaskedText.of(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "audience.members-0@12",
        "dev.campanile.Thing@1a2b3c",
        "jdbc:postgresql://127.0.0.1:5432/profile",
        "took 1+2 ms at 2026-11-21T10:00:00+01:00",
        "0199a8f0-0000-7000-8000-000000000001"
      })
  void whatIsNoAddressStays(String text) {
    assertThat(MaskedText.of(text)).isEqualTo(text);
  }

  @Test
  void parametersAndFailuresAreMaskedToo() {
    ExtLogRecord line =
        new ExtLogRecord(Level.WARNING, "cannot reach %s", ExtLogRecord.FormatStyle.PRINTF, "test");
    line.setParameters(new Object[] {"ana@example.com"});
    line.setThrown(
        new IllegalStateException("outer", new IllegalArgumentException("+393331234567 refused")));

    assertThat(new AddressFilter().isLoggable(line)).isTrue();

    assertThat(line.getFormattedMessage()).isEqualTo("cannot reach a…@example.com");
    StringWriter printed = new StringWriter();
    line.getThrown().printStackTrace(new PrintWriter(printed));
    assertThat(printed.toString())
        .contains("IllegalArgumentException: +39…67 refused")
        .contains("parametersAndFailuresAreMaskedToo")
        .doesNotContain("+393331234567");
  }
}

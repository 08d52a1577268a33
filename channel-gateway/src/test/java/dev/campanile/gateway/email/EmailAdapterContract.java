package dev.campanile.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.ChannelAdapterContract;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.channel.Simulators;
import dev.campanile.rendering.Body;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What mail does over either transport. */
abstract class EmailAdapterContract extends ChannelAdapterContract {

  private static final String UNSUBSCRIBE = "https://mail.example/v1/unsubscribe/1.abc.def";

  /** To the local platform's mail server. */
  static int port() {
    return Simulators.addresses().at("/smtp/port").asInt();
  }

  @Override
  protected Body body() {
    return TestMails.body(
        "Il tuo ordine è in viaggio 🚚", "<p>Ciao 🥕</p>\n.<p>x</p>", "Ciao\r\n.\nx", UNSUBSCRIBE);
  }

  @Override
  protected String address() {
    return UUID.randomUUID() + "@customers.example";
  }

  @Override
  protected int receivedBy(String address) {
    return Simulators.received("EMAIL", address).size();
  }

  @Override
  protected void refuseForGood(String address) {
    Simulators.mailBehaves(
        """
        {"rejectRecipients": {"%s": "550 5.1.1 <%s>: no such mailbox"}}"""
            .formatted(address, address));
  }

  @Override
  protected void refuseForNow(String address) {
    Simulators.mailBehaves(
        """
        {"rejectRecipients": {"%s": "450 4.2.0 greylisted, come again"}}"""
            .formatted(address));
  }

  @Override
  protected void fallSilentOn(String address) {
    Simulators.mailBehaves("{\"stall\": \"AFTER_DATA\"}");
  }

  @Test
  void aMailThatBreaksOffAfterTheFinalDotIsADoubt() {
    Simulators.mailBehaves("{\"drop\": \"AFTER_DATA\"}");

    assertThat(adapter().deliver(message(address()))).isInstanceOf(HandOff.InDoubt.class);
  }

  @Test
  void suppressesAnAddressThatIsGone() {
    String address = address();
    refuseForGood(address);

    assertThat(adapter().deliver(message(address)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("5.1.1");
              assertThat(refused.address())
                  .isEqualTo(new AddressFinding.Suppress(SuppressionReason.HARD));
            });
  }

  @Test
  void writesTheHeadersAMailNeeds() {
    String address = address();
    Rendered message = message(address);

    assertThat(adapter().deliver(message)).isInstanceOf(HandOff.Accepted.class);

    JsonNode mail = Simulators.received("EMAIL", address).get(0);
    assertThat(mail.get("subject").asText()).isEqualTo("Il tuo ordine è in viaggio 🚚");
    assertThat(mail.get("html").asText().lines()).containsExactly("<p>Ciao 🥕</p>", ".<p>x</p>");
    assertThat(mail.get("text").asText().lines()).containsExactly("Ciao", ".", "x");
    JsonNode headers = mail.get("headers");
    assertThat(headers.get("Message-ID").asText())
        .isEqualTo("<" + message.messageId() + "@verde.example>");
    assertThat(headers.get("From").asText()).isEqualTo("Verde <ciao@verde.example>");
    assertThat(headers.get("Reply-To").asText()).isEqualTo("help@verde.example");
    assertThat(headers.get("X-Campanile-Message").asText())
        .isEqualTo(message.messageId().toString());
    assertThat(headers.get("List-Unsubscribe").asText())
        .isEqualTo(
            "<" + UNSUBSCRIBE + ">, <mailto:help@verde.example?subject=unsubscribe%201.abc.def>");
    assertThat(headers.get("List-Unsubscribe-Post").asText())
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void sendsNothingToWhatIsNoAddress() {
    assertThat(adapter().deliver(message("ana@example.com>\r\nRCPT TO:<all@example.com")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void sendsNothingWhoseSubjectWouldAddAHeader() {
    String address = address();
    Rendered injected =
        TestMails.to(address, TestMails.body("Hi\r\nBcc: all@example.com", "<p>h</p>", "t", null));

    assertThat(adapter().deliver(List.of(message(address), injected, message(address))))
        .satisfiesExactly(
            one -> assertThat(one).isInstanceOf(HandOff.Accepted.class),
            two -> assertThat(two).isInstanceOf(Refused.class),
            three -> assertThat(three).isInstanceOf(HandOff.Accepted.class));
    assertThat(receivedBy(address)).isEqualTo(2);
  }
}

package dev.campanile.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.local.simulators.SimulatorsFixture;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.SocketTimeoutException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MailServerTest {
  @RegisterExtension static final SimulatorsFixture SIMULATORS = new SimulatorsFixture();

  @Test
  void keepsAMailWithItsPartsAndHeaders() throws Exception {
    send("ana@example.org", "Il tuo ordine è in consegna");

    var mail = SIMULATORS.get("/simulators/messages?channel=EMAIL&to=ANA@example.org").get(0);

    assertThat(mail.get("subject").asText()).isEqualTo("Il tuo ordine è in consegna");
    assertThat(mail.get("to").asText()).isEqualTo("ana@example.org");
    assertThat(mail.get("from").asText()).isEqualTo("Grocer <shop@example.org>");
    assertThat(mail.get("html").asText()).contains("<b>Ciao Ana</b>");
    assertThat(mail.get("text").asText()).contains("Ciao Ana").doesNotContain("<b>");
    assertThat(mail.get("headers").get("List-Unsubscribe").asText()).startsWith("<https://");
    assertThat(mail.get("messageId").asText()).startsWith("<").endsWith(">");
    assertThat(mail.get("receivedAt").asText()).isEqualTo(SimulatorsFixture.MORNING.toString());
  }

  @Test
  void givesAMailBackAsItCame() throws Exception {
    send("ana@example.org", "Hello");
    String id = SIMULATORS.get("/simulators/messages").get(0).get("id").asText();

    assertThat(SIMULATORS.getText("/simulators/mails/" + id + "/raw"))
        .contains("Subject: Hello\r\n")
        .contains("multipart/alternative");
  }

  @Test
  void refusesANamedRecipientWithTheGivenAnswer() throws Exception {
    behave("{\"rejectRecipients\":{\"Gone@example.org\":\"550 5.1.1 No such user\"}}");

    try (SmtpDialogue smtp = new SmtpDialogue(SIMULATORS.smtpPort())) {
      assertThat(smtp.greetAndAddress("gone@example.org")).isEqualTo("550 5.1.1 No such user");
    }
    assertThatThrownBy(() -> send("gone@example.org", "Hello"))
        .isInstanceOf(SendFailedException.class)
        .hasStackTraceContaining("5.1.1");
    send("ana@example.org", "Hello");

    assertThat(SIMULATORS.get("/simulators/recipients?channel=EMAIL").toString())
        .isEqualTo("{\"ana@example.org\":1}");
  }

  @Test
  void stallsBeforeTheMailHasLeftAndGoesOnWhenToldSo() throws Exception {
    behave("{\"stall\":\"BEFORE_DATA\"}");

    try (SmtpDialogue smtp = new SmtpDialogue(SIMULATORS.smtpPort())) {
      smtp.say("EHLO test");
      smtp.say("MAIL FROM:<shop@example.org>");
      smtp.write("RCPT TO:<ana@example.org>");
      assertThatThrownBy(() -> smtp.answerWithin(100)).isInstanceOf(SocketTimeoutException.class);
      assertThat(received()).isZero();

      SIMULATORS.delete("/simulators/behaviour");
      assertThat(smtp.answerWithin(10_000)).startsWith("250");
    }
  }

  @Test
  void stallsAfterItHasTakenTheMail() throws Exception {
    behave("{\"stall\":\"AFTER_DATA\"}");

    try (SmtpDialogue smtp = new SmtpDialogue(SIMULATORS.smtpPort())) {
      smtp.greetAndAddress("ana@example.org");
      smtp.say("DATA");
      smtp.write("Subject: Hi\r\n\r\nHello\r\n.");
      assertThatThrownBy(() -> smtp.answerWithin(200)).isInstanceOf(SocketTimeoutException.class);
      assertThat(received()).isOne();

      SIMULATORS.delete("/simulators/behaviour");
      assertThat(smtp.answerWithin(10_000)).startsWith("250 2.0.0");
    }
  }

  @Test
  void hangsUpWithoutAnAnswer() throws Exception {
    behave("{\"drop\":\"AFTER_DATA\"}");

    try (SmtpDialogue smtp = new SmtpDialogue(SIMULATORS.smtpPort())) {
      smtp.greetAndAddress("ana@example.org");
      smtp.say("DATA");
      assertThat(smtp.say("Subject: Hi\r\n\r\nHello\r\n.")).isNull();
    }
    assertThat(received()).isOne();
  }

  @Test
  void misbehavesTowardsOneRecipientAlone() throws Exception {
    behave("{\"dropRecipients\":{\"Ana@example.org\":\"BEFORE_DATA\"}}");

    send("zoe@example.org", "Hello");

    assertThatThrownBy(() -> send("ana@example.org", "Hello"))
        .isInstanceOf(MessagingException.class);
    assertThat(received()).isOne();
  }

  @Test
  void countsWithoutKeepingAsASink() throws Exception {
    behave("{\"sink\":true}");

    send("ana@example.org", "Hello");

    assertThat(received()).isOne();
    assertThat(SIMULATORS.get("/simulators/messages?channel=EMAIL")).isEmpty();
    assertThat(SIMULATORS.get("/simulators/recipients?channel=EMAIL").size()).isOne();
  }

  @Test
  void refusesABehaviourItDoesNotKnow() throws Exception {
    var answer = SIMULATORS.put("/simulators/mail/behaviour", "{\"stal\":\"BEFORE_DATA\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("stal");
  }

  private static void behave(String json) throws Exception {
    assertThat(SIMULATORS.put("/simulators/mail/behaviour", json).statusCode()).isEqualTo(204);
  }

  private static int received() throws Exception {
    return SIMULATORS.get("/simulators/received").get("email").asInt();
  }

  private static void send(String to, String subject) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", SIMULATORS.smtpPort());
    settings.put("mail.smtp.timeout", 10_000);
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom("Grocer <shop@example.org>");
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "UTF-8");
    message.setHeader("List-Unsubscribe", "<https://grocer.example/u/1>");
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(part("Ciao Ana, è in consegna", "text/plain; charset=UTF-8"));
    alternatives.addBodyPart(
        part("<p><b>Ciao Ana</b>, è in consegna</p>", "text/html; charset=UTF-8"));
    message.setContent(alternatives);
    Transport.send(message);
  }

  private static MimeBodyPart part(String content, String type) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setContent(content, type);
    return part;
  }
}

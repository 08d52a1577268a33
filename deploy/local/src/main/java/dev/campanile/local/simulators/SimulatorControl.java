package dev.campanile.local.simulators;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.http.LocalJson;
import dev.campanile.local.mail.MailBehaviour;
import dev.campanile.local.mail.MailServer;
import dev.campanile.local.twilio.ContentTemplate;
import dev.campanile.local.twilio.InboundOutcome;
import dev.campanile.local.twilio.InboundText;
import dev.campanile.local.twilio.TwilioBehaviour;
import dev.campanile.local.twilio.TwilioSimulator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The control API: JSON, no authentication, on loopback. */
public final class SimulatorControl {
  private final MailServer mail;
  private final TwilioSimulator twilio;

  public SimulatorControl(MailServer mail, TwilioSimulator twilio) {
    this.mail = mail;
    this.twilio = twilio;
  }

  public void addTo(LocalHttp http) {
    new ReceivedMessages(mail.store(), twilio.messages()).addTo(http);
    http.on("GET", "/simulators/mail/behaviour", _ -> HttpAnswer.json(200, mail.behaviour()));
    http.on("PUT", "/simulators/mail/behaviour", this::behaveAsMailServer);
    http.on("GET", "/simulators/twilio/behaviour", _ -> HttpAnswer.json(200, twilio.behaviour()));
    http.on("PUT", "/simulators/twilio/behaviour", this::behaveAsTwilio);
    http.on("DELETE", "/simulators/behaviour", _ -> behaveNormally());
    http.on("PUT", "/simulators/twilio/inbound-url", this::directInbound);
    http.on("PUT", "/simulators/twilio/templates", this::register);
    http.on("POST", "/simulators/inbound", this::receive);
  }

  private HttpAnswer behaveAsMailServer(HttpCall call) {
    mail.behave(LocalJson.read(call.body(), MailBehaviour.class));
    return HttpAnswer.noContent();
  }

  private HttpAnswer behaveAsTwilio(HttpCall call) {
    twilio.behave(LocalJson.read(call.body(), TwilioBehaviour.class));
    return HttpAnswer.noContent();
  }

  private HttpAnswer behaveNormally() {
    mail.behave(MailBehaviour.NORMAL);
    twilio.behave(TwilioBehaviour.NORMAL);
    return HttpAnswer.noContent();
  }

  private HttpAnswer directInbound(HttpCall call) {
    twilio.directInboundTo(LocalJson.read(call.body(), InboundUrl.class).url());
    return HttpAnswer.noContent();
  }

  private HttpAnswer register(HttpCall call) {
    twilio.register(LocalJson.read(call.body(), new TypeReference<List<ContentTemplate>>() {}));
    return HttpAnswer.noContent();
  }

  /** Waits for the service's answer, so that the caller knows that the reply has been taken. */
  private HttpAnswer receive(HttpCall call) throws InterruptedException {
    InboundText text = LocalJson.read(call.body(), InboundText.class);
    try {
      InboundOutcome outcome = twilio.receive(text);
      return outcome.isTaken()
          ? HttpAnswer.json(200, outcome)
          : notTaken("The inbound URL answered " + outcome.webhookStatus() + ".");
    } catch (IOException e) {
      return notTaken("Nobody answers at the inbound URL.");
    }
  }

  private static HttpAnswer notTaken(String detail) {
    return HttpAnswer.json(502, Map.of("code", "WEBHOOK_FAILED", "detail", detail));
  }

  private record InboundUrl(String url) {}
}

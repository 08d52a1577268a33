package dev.campanile.local.twilio;

import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.http.Route;
import java.util.Optional;

/**
 * The provider's HTTP API: messages are created, read and listed; templates and their approvals are
 * read.
 */
final class TwilioApi {
  private static final String MESSAGES = "/2010-04-01/Accounts/{account}/Messages.json";
  private static final String MESSAGE = "/2010-04-01/Accounts/{account}/Messages/{sid}.json";
  private static final String CONTENT = "/v1/Content/{sid}";
  private static final String APPROVAL = CONTENT + "/ApprovalRequests";

  private final TwilioAccount account;
  private final TwilioSimulator simulator;

  TwilioApi(TwilioAccount account, TwilioSimulator simulator) {
    this.account = account;
    this.simulator = simulator;
  }

  void addTo(LocalHttp http) {
    http.on("POST", MESSAGES, authenticated(ofTheAccount(this::create)));
    http.on("GET", MESSAGES, authenticated(ofTheAccount(this::list)));
    http.on("GET", MESSAGE, authenticated(ofTheAccount(this::fetch)));
    http.on("GET", CONTENT, authenticated(call -> content(call, http.baseUrl())));
    http.on("GET", APPROVAL, authenticated(call -> approval(call, http.baseUrl())));
  }

  private Route authenticated(Route route) {
    return call ->
        account.authenticates(call.header("Authorization").orElse(""))
            ? route.answer(call)
            : refused(TwilioError.UNAUTHENTICATED)
                .withHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
  }

  private Route ofTheAccount(Route route) {
    return call ->
        call.variable("account").equals(account.sid())
            ? route.answer(call)
            : refused(TwilioError.notFound(call.path()));
  }

  private HttpAnswer create(HttpCall call) throws InterruptedException {
    simulator.behaviours().delay();
    return switch (simulator.send(SendRequest.of(call.form()))) {
      case SendOutcome.Taken taken -> created(taken.message());
      case SendOutcome.Refused refusal when refusal.retryAfterSeconds() > 0 ->
          refused(refusal.error())
              .withHeader("Retry-After", Integer.toString(refusal.retryAfterSeconds()));
      case SendOutcome.Refused refusal -> refused(refusal.error());
    };
  }

  private HttpAnswer created(TwilioMessage message) throws InterruptedException {
    Optional<Doubt> doubt = simulator.behaviour().doubtOf(message.to());
    if (doubt.isEmpty()) {
      return HttpAnswer.json(201, MessageJson.of(message, account));
    }
    return switch (doubt.get()) {
      case SERVER_ERROR -> refused(TwilioError.SERVER_ERROR);
      case SILENCE -> {
        simulator.behaviours().keepSilent();
        yield HttpAnswer.hangUp();
      }
    };
  }

  private HttpAnswer list(HttpCall call) {
    try {
      return HttpAnswer.json(
          200, new MessageListing(account, call.query()).page(simulator.messages().all()));
    } catch (BadRequest e) {
      return refused(TwilioError.parameterInvalid(String.valueOf(e.getMessage())));
    }
  }

  private HttpAnswer fetch(HttpCall call) {
    return simulator
        .messages()
        .find(call.variable("sid"))
        .map(message -> HttpAnswer.json(200, MessageJson.of(message, account)))
        .orElseGet(() -> refused(TwilioError.notFound(call.path())));
  }

  private HttpAnswer content(HttpCall call, String baseUrl) {
    return simulator
        .template(call.variable("sid"))
        .map(template -> template.json(account, baseUrl + call.path()))
        .map(json -> HttpAnswer.json(200, json))
        .orElseGet(() -> refused(TwilioError.notFound(call.path())));
  }

  private HttpAnswer approval(HttpCall call, String baseUrl) {
    return simulator
        .template(call.variable("sid"))
        .map(template -> template.approvalJson(account, baseUrl + call.path()))
        .map(json -> HttpAnswer.json(200, json))
        .orElseGet(() -> refused(TwilioError.notFound(call.path())));
  }

  private static HttpAnswer refused(TwilioError error) {
    return HttpAnswer.json(error.status(), error.json());
  }
}

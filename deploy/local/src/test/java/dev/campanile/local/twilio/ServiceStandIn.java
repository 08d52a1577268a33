package dev.campanile.local.twilio;

import dev.campanile.local.http.Fields;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands for the service that the provider calls, and keeps what it was told. */
final class ServiceStandIn implements AutoCloseable {

  record Webhook(Map<String, String> fields, String signature) {}

  private final LocalHttp http;
  private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
  private final AtomicInteger failuresLeft = new AtomicInteger();
  private volatile String answer = "<Response/>";

  ServiceStandIn() throws IOException {
    http = LocalHttp.start(0).on("POST", "/callback", this::take);
  }

  private HttpAnswer take(HttpCall call) {
    if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      return HttpAnswer.text(503, "text/plain", "down");
    }
    Fields form = call.form();
    Map<String, String> fields = new LinkedHashMap<>();
    form.values().forEach((name, values) -> fields.put(name, values.get(0)));
    webhooks.add(new Webhook(fields, call.header("X-Twilio-Signature").orElse("")));
    return HttpAnswer.text(200, "text/xml", answer);
  }

  /** What it tells the provider to answer, in the provider's markup. */
  void answers(String escaped) {
    answer = "<Response><Message><Body>" + escaped + "</Body></Message></Response>";
  }

  void failsNext(int times) {
    failuresLeft.set(times);
  }

  /** With a query, because the real ones have one and it is part of what is signed. */
  String url() {
    return http.baseUrl() + "/callback?m=0191&a=1";
  }

  List<Webhook> webhooks() {
    return webhooks;
  }

  List<String> statuses() {
    return webhooks.stream()
        .map(webhook -> webhook.fields().getOrDefault("MessageStatus", ""))
        .toList();
  }

  @Override
  public void close() {
    http.close();
  }
}

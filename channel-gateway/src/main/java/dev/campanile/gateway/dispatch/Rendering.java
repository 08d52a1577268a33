package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChatTemplates;
import dev.campanile.gateway.content.Contents;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.gate.ChatWindow;
import dev.campanile.gateway.inbound.ChatWindows;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Gated;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.gateway.ledger.Sendable;
import dev.campanile.gateway.tracking.TrackingLinks;
import dev.campanile.gateway.unsubscribe.UnsubscribeLinks;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.RenderResult;
import dev.campanile.rendering.Renderer;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders what was claimed, under no lock; what cannot be rendered is skipped with its reason. */
@ApplicationScoped
class Rendering {

  private final Contents contents;
  private final Renderer renderer;
  private final UnsubscribeLinks links;
  private final TrackingLinks trackingLinks;
  private final ChatWindows windows;
  private final ChatTemplates templates;
  private final Database database;
  private final MessageLedger ledger;
  private final Outgoing outgoing;
  private final InstantSource clock;

  Rendering(
      Contents contents,
      Renderer renderer,
      UnsubscribeLinks links,
      TrackingLinks trackingLinks,
      ChatWindows windows,
      ChatTemplates templates,
      Database database,
      MessageLedger ledger,
      Outgoing outgoing,
      InstantSource clock) {
    this.contents = contents;
    this.renderer = renderer;
    this.links = links;
    this.trackingLinks = trackingLinks;
    this.windows = windows;
    this.templates = templates;
    this.database = database;
    this.ledger = ledger;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  List<ReadyToSend> render(List<Claimed> claimed) {
    Instant now = clock.instant();
    Map<String, Map<String, Instant>> lastInbound = lastInbound(claimed);
    List<ReadyToSend> ready = new ArrayList<>();
    List<Unrenderable> unrenderable = new ArrayList<>();
    for (Claimed one : claimed) {
      Message message = one.message();
      ContentVersion content = contents.find(message.intent().content());
      if (content == null) {
        unrenderable.add(new Unrenderable(message, Reason.TEMPLATE_ERROR, "no such content"));
        continue;
      }
      switch (marked(message, render(one.sendable(), content, lastInbound, now))) {
        case RenderResult.Ready(var body) ->
            ready.add(new ReadyToSend(message, content.brand(), body, one.lease()));
        case RenderResult.Refused(var reason, var detail) ->
            unrenderable.add(new Unrenderable(message, reason, detail));
      }
    }
    skip(unrenderable, now);
    return ready;
  }

  private RenderResult render(
      Sendable sendable,
      ContentVersion content,
      Map<String, Map<String, Instant>> lastInbound,
      Instant now) {
    Message message = sendable.message();
    String locale = message.progress().locale();
    Instant wrote = lastInbound.getOrDefault(number(content), Map.of()).get(address(message));
    return renderer.render(
        content,
        locale == null ? content.defaultLocale() : locale,
        message.sentOn(),
        ChatWindow.isOpen(wrote, now),
        sendable.data(),
        links.of(
            message.id(),
            message.intent().category(),
            trackingLinks.of(message, sendable.tracked())));
  }

  private RenderResult marked(Message message, RenderResult rendered) {
    return message.isTest() && rendered instanceof RenderResult.Ready(var body)
        ? TestMark.on(body, template(body))
        : rendered;
  }

  private @Nullable ProviderTemplate template(Body body) {
    return body instanceof Body.Chat(_, Body.Template(var sid, _))
        ? templates.find(sid).orElse(null)
        : null;
  }

  private Map<String, Map<String, Instant>> lastInbound(List<Claimed> claimed) {
    Map<String, Set<String>> customers = new HashMap<>();
    for (Claimed one : claimed) {
      ContentVersion content = contents.find(one.message().intent().content());
      if (content != null && one.message().sentOn() == Channel.CHAT) {
        customers
            .computeIfAbsent(number(content), _ -> new HashSet<>())
            .add(address(one.message()));
      }
    }
    Map<String, Map<String, Instant>> last = new HashMap<>();
    customers.forEach(
        (number, addresses) ->
            last.put(
                number, database.read(handle -> windows.lastInbound(handle, number, addresses))));
    return last;
  }

  private void skip(List<Unrenderable> unrenderable, Instant now) {
    if (unrenderable.isEmpty()) {
      return;
    }
    Map<MessageId, Unrenderable> byMessage = new HashMap<>();
    unrenderable.forEach(it -> byMessage.put(it.message().id(), it));
    database.inTransaction(
        handle -> {
          List<Change> changes = new ArrayList<>();
          for (Message message : ledger.lock(handle, byMessage.keySet())) {
            Unrenderable it = byMessage.get(message.id());
            if (it != null && message.isAsDecided(it.message())) {
              changes.add(Gated.byRendering(it.reason(), it.detail(), message, now));
            }
          }
          ledger.save(handle, changes);
          outgoing.tell(handle, changes);
        });
  }

  private static String number(ContentVersion content) {
    String number = content.brand().chatFrom();
    return number == null ? "" : number;
  }

  private static String address(Message message) {
    String address = message.progress().address();
    return address == null ? "" : address;
  }

  private record Unrenderable(Message message, Reason reason, String detail) {}
}

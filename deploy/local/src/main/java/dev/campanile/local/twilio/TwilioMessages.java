package dev.campanile.local.twilio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's messages, in memory, in the order they came. */
public final class TwilioMessages {
  private final Map<String, TwilioMessage> bySid = new LinkedHashMap<>();
  private final Map<String, List<String>> answers = new HashMap<>();

  synchronized void add(TwilioMessage message) {
    bySid.put(message.sid(), message);
  }

  /** The message at its next status, unless it was cleared away meanwhile. */
  synchronized Optional<TwilioMessage> advance(String sid, CourseStep step, Instant now) {
    return Optional.ofNullable(bySid.computeIfPresent(sid, (_, known) -> known.with(step, now)));
  }

  /** What a customer who wrote is answered at once, beside what is sent. */
  synchronized void answer(String sid, String text) {
    answers.computeIfAbsent(sid, _ -> new ArrayList<>()).add(text);
  }

  public synchronized List<String> answersTo(String sid) {
    return List.copyOf(answers.getOrDefault(sid, List.of()));
  }

  public synchronized Optional<TwilioMessage> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  synchronized List<TwilioMessage> all() {
    return new ArrayList<>(bySid.values());
  }

  /** What the provider took from its customer to send, whatever became of it. */
  public List<TwilioMessage> outbound(TwilioChannel channel) {
    return all().stream()
        .filter(message -> !message.inbound() && message.channel() == channel)
        .toList();
  }

  public List<TwilioMessage> inbound() {
    return all().stream().filter(TwilioMessage::inbound).toList();
  }

  public synchronized void clear() {
    bySid.clear();
    answers.clear();
  }
}

// Beside each person: what the gate said about every message, in plain words.
import { element, chip } from "./dom.js";
import * as words from "./words.js";

export function show(box, decisions) {
  box.replaceChildren(
    ...(decisions.length ? decisions.map(decision) : [element("p", { class: "quiet" }, "Nothing was ever meant for this customer.")]));
}

function decision(message) {
  const [label, tone] = words.state(message.state);
  return element("div", { class: "decision" },
    element("h3", {}, title(message), chip(label, tone)),
    element("p", {}, sentence(message)),
    element("ol", { class: "steps" }, ...steps(message)),
    element("details", {}, element("summary", {}, "The whole trace"),
      element("pre", {}, JSON.stringify(message, null, 2))));
}

function title(message) {
  const source = message.source || {};
  const key = source.key || message.campaign || (message.content && message.content.key) || "message";
  return String(key).replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase());
}

function sentence(message) {
  const by = words.channel(message.channel);
  switch (message.state) {
    case "ACCEPTED":
      return message.channel === "EMAIL"
        ? "The mail server took it. Plain SMTP never says whether it was delivered."
        : `${by}: the provider took it.`;
    case "DELIVERED": return `${by}: the provider says it reached the handset.`;
    case "SKIPPED": return `Rightly not sent: ${words.reason(message.reason)}.`;
    case "DEFERRED": return `It waits: ${words.reason(message.reason)}. Everything is asked again${until(message)}.`;
    case "FAILED": return `It could not be sent: ${words.reason(message.reason)}.${answer(message)}`;
    case "BOUNCED": return `${by}: it was taken, then came back.`;
    case "COMPLAINED": return "The customer reported it as spam.";
    default: return "It is on its way through the gateway.";
  }
}

function until(message) {
  const at = message.dueAt || message.until;
  return at ? ` at ${new Date(at).toUTCString().slice(17, 22)} UTC` : "";
}

function answer(message) {
  return message.answer ? ` It said: “${message.answer}”` : "";
}

function steps(message) {
  const trace = message.trace || message.decision || {};
  const items = [];
  if (trace.refused) items.push(step("refused", "The message itself", words.reason(trace.refused.reason), trace.refused.detail));
  for (const each of trace.passedOver || []) items.push(step("refused", words.channel(each.planned), "not a candidate", each.detail));
  for (const each of trace.candidates || []) items.push(candidate(each));
  for (const each of message.attempts || []) items.push(attempt(each));
  return items;
}

function candidate(each) {
  const name = each.address ? `${words.channel(each.channel)} ${each.address}` : words.channel(each.channel);
  if (each.refused) {
    return step(each.refused.until ? "waits" : "refused", name, words.reason(each.refused.reason), each.refused.detail);
  }
  return step("", name, "the gate let it pass", (each.passed || []).map(words.question).join(", "));
}

function attempt(each) {
  const name = `Hand-off ${each.attempt || each.number || ""} by ${words.channel(each.channel)}`;
  const outcome = each.outcome || each.state || "";
  const refused = /REFUS|FAIL|REJECT/.test(outcome);
  return step(refused ? "refused" : "", name, String(outcome).toLowerCase().replaceAll("_", " "), each.answer || each.providerId);
}

function step(kind, name, text, detail) {
  return element("li", { class: kind }, element("strong", {}, name), ": ", text, detail ? element("small", {}, detail) : null);
}

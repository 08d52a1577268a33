// What came of a campaign: both services' numbers as they tell them, nothing computed but sums for the bars.
import { chip, element, toast } from "./dom.js";
import * as api from "./api.js";
import * as words from "./words.js";

const LOOK_AGAIN = 3000;
const WHY_NOT = 25;
const box = document.getElementById("report");
let shown = "";
let names = new Map();

const STATES = {
  AUDIENCE: ["the audience is coming in", "held"], SENDING: ["under way", "held"], SETTLED: ["settled", "good"],
  COMPLETED: ["nobody was in the segment", "held"],
};

function keyOf() {
  return decodeURIComponent(location.hash.slice(1)) || "weekend-offer";
}

async function refresh() {
  const key = keyOf();
  try {
    const [campaign, report] = await Promise.all([api.campaign(key), api.report(key)]);
    const state = JSON.stringify([campaign, report, new Date().getMinutes()]);
    if (key !== keyOf() || state === shown) return;
    shown = state;
    const withheld = await whyNot(report.runId);
    box.replaceChildren(...page(campaign, report, withheld));
    document.title = `${campaign.name || key} · Campanile`;
  } catch (problem) {
    shown = "";
    box.replaceChildren(element("p", { class: "quiet" }, problem.message));
  }
  for (const link of document.querySelectorAll(".top a")) {
    if (link.hash === `#${key}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function page(campaign, report, withheld) {
  const books = report.books;
  const [label, tone] = STATES[report.state] || [String(report.state).toLowerCase(), "held"];
  const terms = Object.entries(books).filter(([, count]) => count > 0);
  const sum = terms.reduce((total, [, count]) => total + count, 0);
  const balanced = sum === report.planned && report.unreconciled === 0;
  return [
    element("div", { class: "title" }, element("h2", {}, campaign.name || report.campaign), chip(label, tone),
      element("span", { class: "quiet" }, `${number(report.planned)} customers of segment ${report.segment}, launched ${new Date(report.launchedAt).toUTCString().slice(5, 22)} UTC`)),
    report.note ? element("p", {}, report.note) : "",
    element("div", { class: "grid" },
      card("From planned to read", bars(funnel(report), report.planned), readers(report.readings)),
      card("By channel", channels(report)),
      card("Rightly not sent", reasons(report.skippedByReason, report.planned, "bad", "Everyone was sent it.")),
      card("Waiting, failed, in doubt", bars(rest(report), report.planned, "Nothing waits, nothing failed.")),
      wide("The books", element("p", {}, `${number(report.planned)} planned = ${terms.map(([term, count]) => `${number(count)} ${term}`).join(" + ")}`),
        chip(balanced ? "they balance, and nothing is unreconciled" : `they do not balance: ${sum} counted, ${report.unreconciled} unreconciled`, balanced ? "good" : "bad")),
      wide("Why not?", whyTable(withheld))),
  ].filter(Boolean);
}

function funnel(report) {
  const steps = [["Planned", report.planned, "plain"], ["Accepted by a provider", report.books.accepted, "info"],
    ["Known to be delivered", report.confirmed.DELIVERED || 0, "good"]];
  for (const [kind, title] of [["opens", "Opened, by people"], ["clicks", "Clicked, by people"]]) {
    steps.push([title, report.readings[kind].people, "good"]);
  }
  return steps;
}

// Not a person among the last two: they open and click whatever arrives.
const READERS = { HUMAN: "People", PROXY: "A mail provider’s proxy, for people", PREFETCH: "Prefetched by a machine", SCANNER: "A security scanner" };

function readers({ opens, clicks }) {
  const times = (readings, reader) => cell(readings.byReader[reader]?.total || 0);
  const rows = Object.keys(READERS).filter((reader) => opens.byReader[reader] || clicks.byReader[reader])
    .map((reader) => element("tr", {}, element("td", {}, READERS[reader]), times(opens, reader), times(clicks, reader)));
  return rows.length
    ? element("table", {}, element("tr", {}, element("th", {}, "Who"), head("opens"), head("clicks")), ...rows)
    : "";
}

function channels(report) {
  const rows = Object.entries(report.acceptedByChannel).map(([channel, accepted]) => {
    const confirmed = (report.confirmedByChannel || {})[channel] || {};
    return element("tr", {}, element("td", {}, words.channel(channel)), cell(accepted),
      channel === "EMAIL" ? element("td", { class: "number quiet" }, "not told") : cell(confirmed.DELIVERED || 0),
      cell((confirmed.BOUNCED || 0) + (confirmed.COMPLAINED || 0)));
  });
  return element("table", {}, element("tr", {}, element("th", {}, "Channel"), head("accepted"), head("delivered"), head("came back")), ...rows);
}

function rest(report) {
  return [...entries(report.deferredByReason, "held"), ...entries(report.failedByReason, "bad"),
    ["It may have left, being reconciled", report.books.unknown, "held"],
    ["It may have left, nobody knows", report.books.uncertain, "held"],
    ["On its way", report.books.pending + report.books.requested, "info"]].filter(([, count]) => count > 0);
}

const entries = (counts, tone) => Object.entries(counts || {}).map(([code, count]) => [sentence(words.reason(code)), count, tone]);
const reasons = (counts, most, tone, none) => bars(entries(counts, tone).sort(([, one], [, other]) => other - one), most, none);
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function bars(rows, most, none) {
  if (!rows.length) return element("p", { class: "quiet" }, none);
  return element("div", { class: "bars" }, ...rows.flatMap(([label, count, tone]) => [
    element("span", {}, label), element("span", { class: `track ${tone}` }, bar(count, most)), element("span", { class: "number" }, number(count))]));
}

function bar(count, most) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const rect = document.createElementNS(space, "rect");
  rect.setAttribute("height", "18");
  rect.setAttribute("width", `${most ? Math.max(0.6, (100 * count) / most) : 0}%`);
  svg.append(rect);
  return svg;
}

// The first customers of each reason, so that every reason has a face.
async function whyNot(run) {
  const messages = [];
  for await (const some of api.messagesOf(run)) {
    messages.push(...some.filter((each) => ["SKIPPED", "FAILED", "DEFERRED", "BOUNCED"].includes(each.state)));
    if (messages.length > 400) break;
  }
  const byReason = Map.groupBy(messages, (each) => `${each.state} ${each.reason}`);
  const share = Math.max(2, Math.floor(WHY_NOT / Math.max(1, byReason.size)));
  const few = [...byReason.values()].flatMap((some) => some.slice(0, share)).slice(0, WHY_NOT);
  return Promise.all(few.map(async (message) => ({ message, person: await nameOf(message.profileId) })));
}

async function nameOf(profile) {
  if (!names.has(profile)) names.set(profile, await api.person(profile).catch(() => ({})));
  return names.get(profile);
}

function whyTable(withheld) {
  if (!withheld.length) return element("p", { class: "quiet" }, "Everyone got it.");
  return element("table", {}, element("tr", {}, element("th", {}, "Customer"), element("th", {}, "Outcome"), element("th", {}, "Why")),
    ...withheld.map(({ message, person }) => {
      const [label, tone] = words.state(message.state);
      const name = [person.firstName, person.lastName].filter(Boolean).join(" ") || message.profileId;
      return element("tr", {},
        element("td", {}, person.externalId ? element("a", { href: `/#${person.externalId}` }, name) : name),
        element("td", {}, chip(label, tone)),
        element("td", {}, sentence(words.reason(message.reason)), message.answer ? element("span", { class: "quiet" }, ` “${message.answer}”`) : ""));
    }));
}

const card = (title, ...content) => element("section", { class: "card" }, element("h3", {}, title), ...content);
const wide = (title, ...content) => element("section", { class: "card wide" }, element("h3", {}, title), ...content);
const cell = (count) => element("td", { class: "number" }, number(count));
const head = (text) => element("th", { class: "number" }, text);
const number = (count) => Number(count).toLocaleString("en");

document.getElementById("other").addEventListener("submit", (event) => {
  event.preventDefault();
  const key = document.getElementById("key").value.trim();
  if (key) location.hash = key;
});
addEventListener("hashchange", refresh);
setInterval(() => { if (!document.hidden) refresh().catch((problem) => toast(problem.message)); }, LOOK_AGAIN);
refresh();

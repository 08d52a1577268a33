import { avatar, chip, element, nameOf, toast } from "./dom.js";
import * as api from "./api.js";
import * as devices from "./devices.js";
import * as people from "./people.js";
import * as why from "./why.js";
import * as words from "./words.js";

const LOOK_AGAIN = 3000;
const personBox = document.getElementById("person");
const devicesBox = document.getElementById("devices");
const whyBox = document.getElementById("why");

let settings = {};
let current;
let shown = "";

function choose(person) {
  current = person.id;
  shown = "";
  devices.newMailbox();
  location.hash = person.externalId;
  people.draw(current, choose);
  refresh();
}

// Shows again only what changed, so that an opened mail or a half-written answer stays.
async function refresh() {
  const id = current;
  if (!id) return;
  try {
    const person = await api.person(id);
    const addresses = addressesOf(person);
    const [mails, texts, chats, written, decisions] = await Promise.all([
      fetchReceived("EMAIL", addresses.EMAIL), fetchReceived("SMS", addresses.SMS),
      fetchReceived("CHAT", addresses.CHAT), api.written(), api.decisions(id),
    ]);
    const state = JSON.stringify([person, mails, texts, chats, written, decisions]);
    if (id !== current || state === shown) return;
    shown = state;
    showPerson(person);
    const said = (channel) => written.filter((each) => each.channel === channel && each.from === addresses[channel]);
    devicesBox.replaceChildren(
      devices.mailbox(addresses.EMAIL, mails, refresh),
      element("div", { class: "phones" },
        devices.phone("SMS", person, addresses.SMS, texts, said("SMS"), settings, refresh),
        devices.phone("CHAT", person, addresses.CHAT, chats, said("CHAT"), settings, refresh)));
    why.show(whyBox, decisions);
  } catch (problem) {
    toast(problem.message);
  }
}

const fetchReceived = (channel, address) => (address ? api.received(channel, address) : []);

function addressesOf(person) {
  const found = {};
  for (const each of person.addresses || []) found[each.channel] ??= each.address;
  return found;
}

function showPerson(person) {
  personBox.replaceChildren(avatar(person), element("div", {},
    element("h2", {}, nameOf(person)),
    element("div", { class: "chips" },
      chip(person.externalId), chip(words.country(person.country)), chip(words.language(person.locale)),
      chip((person.zones && person.zones.length > 1 ? `${person.zones.length} possible time zones` : person.zone) || "time zone unknown"),
      person.preferredChannel ? chip(`likes ${words.channel(person.preferredChannel)}`, "info") : "",
      ...(person.openCases || []).map((each) => chip(`open case ${each.key}`, "held")),
      ...(person.addresses || []).flatMap(consents))));
}

function consents(address) {
  const name = words.channel(address.channel);
  const chips = (address.consents || []).map((consent) =>
    chip(`${name}: ${consent.state === "OPTED_IN" ? "yes" : consent.state === "OPTED_OUT" ? "no" : "not asked"}${about(consent.topic)}`,
      consent.state === "OPTED_IN" ? "good" : consent.state === "OPTED_OUT" ? "bad" : ""));
  if (address.suppression) chips.push(chip(`${name} suppressed: ${String(address.suppression).toLowerCase()}`, "bad"));
  return chips;
}

function about(topic) {
  return topic === "ALL" ? " to everything" : topic === "MARKETING" ? " to offers" : topic ? ` to ${topic}` : "";
}

async function start() {
  document.addEventListener("search", () => people.draw(current, choose));
  addEventListener("hashchange", () => {
    const wanted = people.byExternalId(decodeURIComponent(location.hash.slice(1)));
    if (wanted && wanted.id !== current) choose(wanted);
  });
  settings = await api.settings();
  for await (const page of api.people()) {
    people.add(page);
    people.draw(current, choose);
    if (!current && !location.hash && people.first()) choose(people.first());
  }
  people.draw(current, choose);
  const wanted = people.byExternalId(decodeURIComponent(location.hash.slice(1))) || people.first();
  if (wanted && wanted.id !== current) choose(wanted);
  setInterval(() => { if (!document.hidden) refresh(); }, LOOK_AGAIN);
}

start().catch((problem) => toast(problem.message));

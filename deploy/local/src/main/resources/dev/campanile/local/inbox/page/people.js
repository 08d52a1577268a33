// The list of customers, with search.
import { avatar, element, nameOf } from "./dom.js";
import * as words from "./words.js";

const FOUR = {
  "C-0001": "said STOP", "C-0002": "has an open case", "C-0003": "prefers WhatsApp", "C-0004": "mailbox is gone",
};

const all = [];
const list = document.getElementById("people");
const count = document.getElementById("count");
const search = document.getElementById("search");

export function add(some) {
  all.push(...some);
}

export function first() {
  return all.find((person) => FOUR[person.externalId]) || all[0];
}

export function byExternalId(externalId) {
  return all.find((person) => person.externalId === externalId);
}

export function draw(current, choose) {
  const wanted = search.value.trim().toLowerCase();
  const found = all.filter((person) => !wanted || textOf(person).includes(wanted));
  const four = found.filter((person) => FOUR[person.externalId]);
  const others = found.filter((person) => !FOUR[person.externalId]);
  const items = [];
  if (four.length) items.push(label("Four to meet"), ...four.map((person) => row(person, current, choose)));
  if (others.length) items.push(label("Everyone"), ...others.map((person) => row(person, current, choose)));
  list.replaceChildren(...items);
  count.textContent = all.length ? `${found.length.toLocaleString("en")} of ${all.length.toLocaleString("en")} customers`
    : "No customers yet. Import some, or start ./campanile demo --keep";
}

search.addEventListener("input", () => document.dispatchEvent(new CustomEvent("search")));

function textOf(person) {
  const addresses = (person.addresses || []).map((each) => each.address).join(" ");
  return `${nameOf(person)} ${person.externalId} ${addresses} ${words.country(person.country)} ${person.country} ${person.locale} ${person.preferredChannel}`.toLowerCase();
}

function label(text) {
  return element("li", { class: "label" }, text);
}

function row(person, current, choose) {
  const hint = FOUR[person.externalId] || words.country(person.country);
  return element("li", {},
    element("button", {
      class: "person-row", "aria-current": String(current === person.id), onclick: () => choose(person),
    }, avatar(person),
      element("span", { class: "who" }, nameOf(person), element("small", {}, `${person.externalId} · ${hint}`)),
      element("span", { class: "prefers" }, words.channel(person.preferredChannel))));
}

// The shapes messages come in: a mailbox, a phone, a chat.
import { element, link, time, toast, withLinks } from "./dom.js";
import * as api from "./api.js";

// The mail that is unfolded; undefined until a mailbox is first shown, then its newest is.
let open;

// What the reader asked for: these mails tell their sender that they were opened.
const opened = new Set();

// In each language one of the words that the gateway knows; every one is understood from everybody.
const STOPS = { it: "BASTA", de: "STOPP", fr: "ARRÊT", es: "BAJA", nl: "AFMELDEN", pl: "REZYGNUJĘ", pt: "PARAR" };
const HELPS = { it: "AIUTO", de: "HILFE", fr: "AIDE", es: "AYUDA" };
const DAY = 24 * 60 * 60 * 1000;

export function newMailbox() {
  open = undefined;
}

export function mailbox(address, mails, refresh) {
  open ??= mails.at(-1)?.id;
  return element("article", { class: "device mail" },
    head("Mail", address),
    ...(mails.length ? [...mails].reverse().map((mail) => letter(mail, address, refresh)) : [empty(address ? "No mail yet." : "No mail address.")]));
}

function letter(mail, address, refresh) {
  const article = element("article", {},
    element("button", { "aria-expanded": String(open === mail.id), onclick: () => toggle(article, mail, address, refresh) },
      element("span", { class: "subject" }, mail.subject || "(no subject)"),
      element("time", {}, time(mail.receivedAt)),
      element("span", { class: "from" }, senderOf(mail))));
  if (open === mail.id) unfold(article, mail, address, refresh);
  return article;
}

function senderOf(mail) {
  return (mail.from || "").replace(/<.*>/, "").replaceAll('"', "").trim() || mail.from || "";
}

function toggle(article, mail, address, refresh) {
  open = open === mail.id ? "" : mail.id;
  opened.add(mail.id);
  article.querySelector("button").setAttribute("aria-expanded", String(open === mail.id));
  if (open === mail.id) unfold(article, mail, address, refresh);
  else while (article.children.length > 1) article.lastChild.remove();
}

function unfold(article, mail, address, refresh) {
  const header = Object.keys(mail.headers || {}).some((name) => name.toLowerCase() === "list-unsubscribe-post");
  article.append(
    element("div", { class: "bar" }, element("span", {}, `From ${mail.from || "?"}`),
      element("span", { class: "actions" },
        tracked(mail) && !opened.has(mail.id)
          ? element("button", { onclick: (event) => load(event.target, article, mail, address) }, "Load tracked pictures") : null,
        header ? element("button", { onclick: () => leave(mail, address, refresh) }, "Unsubscribe") : null)),
    element("iframe", {
      src: api.mailUrl(mail.id, address, opened.has(mail.id)), title: mail.subject || "mail",
      sandbox: "allow-popups allow-popups-to-escape-sandbox",
    }));
}

const tracked = (mail) => /<img[^>]*\/o\//.test(mail.html || "");

function load(button, article, mail, address) {
  opened.add(mail.id);
  button.remove();
  article.querySelector("iframe").src = api.mailUrl(mail.id, address, true);
}

async function leave(mail, address, refresh) {
  try {
    await api.unsubscribe(mail.id, address);
    toast("Unsubscribed, with one click and no questions. Launch the offer again and see.");
    refresh();
  } catch (problem) {
    toast(problem.message);
  }
}

export function phone(kind, person, address, messages, answers, settings, refresh) {
  const thread = element("div", { class: "thread" }, ...conversation(messages, answers, settings, (text) => say(text)));
  queueMicrotask(() => { thread.scrollTop = thread.scrollHeight; });
  const chat = kind === "CHAT";
  return element("article", { class: `device phone ${chat ? "chat" : "sms"}` },
    head(chat ? "WhatsApp" : "Messages", address),
    address && chat ? element("p", { class: "window" }, windowOf(answers)) : "",
    address ? thread : empty("No number."),
    address ? quick(wordsOf(chat, person), (text) => say(text)) : "",
    address ? form((text) => say(text)) : "");

  async function say(text) {
    const last = messages.at(-1);
    try {
      await api.reply({ channel: kind, from: address, to: last ? last.from : settings.brandNumber, body: text });
      toast(`Sent “${text}”.`);
      refresh();
    } catch (problem) {
      toast(problem.message);
    }
  }
}

// The provider's rule: free text only within a day of what the customer wrote last.
function windowOf(answers) {
  const last = answers.map((each) => new Date(each.receivedAt).getTime()).sort().at(-1);
  return last && last + DAY > Date.now()
    ? `Wrote to the company: it may answer freely until tomorrow, ${time(last + DAY)}.`
    : "Has not written for a day: only approved templates arrive.";
}

function wordsOf(chat, person) {
  const language = (person.locale || "en").slice(0, 2);
  return [chat ? "Hello!" : null, "STOP", "START", "HELP", STOPS[language], HELPS[language]].filter(Boolean);
}

function conversation(messages, answers, settings, say) {
  const replies = answers.flatMap((answer) => (answer.answers || []).map((body) => ({ body, receivedAt: answer.receivedAt, status: "answer" })));
  const all = [...messages.map((message) => [message, false]), ...answers.map((answer) => [answer, true]),
    ...replies.map((reply) => [reply, false])];
  all.sort(([one], [other]) => String(one.receivedAt).localeCompare(String(other.receivedAt)));
  return all.length ? all.map(([message, mine]) => bubble(message, mine, settings, say)) : [empty("Nothing arrived yet.")];
}

function bubble(message, mine, settings, say) {
  const text = message.body || message.text || "";
  return element("div", { class: `bubble ${mine ? "mine" : "theirs"}` },
    ...withLinks(text, settings),
    message.buttons?.length ? element("div", { class: "taps" }, ...message.buttons.map((button) => tap(button, settings, say))) : "",
    element("footer", {},
      message.contentSid ? element("span", {}, "approved template") : null,
      mine ? null : element("span", {}, message.status || ""),
      element("time", {}, time(message.receivedAt))));
}

// What a tap does on a phone: open a page, call a number, or answer with the button's words.
function tap(button, settings, say) {
  const leads = button.url || (button.phone && `tel:${button.phone}`);
  return leads
    ? link(button.title, leads, settings)
    : element("button", { type: "button", onclick: () => say(button.title) }, button.title);
}

function quick(texts, say) {
  return element("div", { class: "quick" }, ...texts.map((text) => element("button", { type: "button", onclick: () => say(text) }, text)));
}

function form(say) {
  const input = element("input", { placeholder: "Answer…", "aria-label": "Answer", maxlength: "500" });
  return element("form", { onsubmit: (event) => {
    event.preventDefault();
    if (input.value.trim()) say(input.value.trim());
    input.value = "";
  } }, input, element("button", {}, "Send"));
}

function head(title, address) {
  return element("header", {}, element("h3", {}, title),
    element("span", { class: "address" }, address || ""));
}

function empty(text) {
  return element("p", { class: "empty" }, text);
}

// Builds elements. Whatever comes from a service goes in as text, never as markup.

export function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (value !== undefined && value !== null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

export function chip(text, tone = "") {
  return element("span", { class: `chip ${tone}` }, text);
}

export function avatar(person) {
  const initials = `${(person.firstName || "").charAt(0)}${(person.lastName || "").charAt(0)}` || "?";
  const tone = [...(person.externalId || "")].reduce((sum, c) => sum + c.charCodeAt(0), 0) % 5;
  return element("span", { class: `avatar tone${tone}`, "aria-hidden": "true" }, initials);
}

export function nameOf(person) {
  return [person.firstName, person.lastName].filter(Boolean).join(" ") || person.externalId;
}

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

// The words with their links.
export function withLinks(text, settings) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(text.slice(end, match.index));
    parts.push(link(match[0], match[0], settings));
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

// The shop of the demo exists only here; its links lead to the copy. So do tracked ones: the page passes the
// click on to the gateway and sees where it leads.
export function link(label, url, { shop, clicks }) {
  const target = url.startsWith(shop) ? "/shop" + url.slice(shop.length)
    : url.startsWith(clicks) ? "/inbox/clicks/" + url.slice(clicks.length) : url;
  return element("a", { href: target, target: "_blank", rel: "noopener noreferrer" }, label);
}

export function time(instant) {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "" : date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
}

let hiding;
export function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(hiding);
  hiding = setTimeout(() => box.classList.remove("shown"), 4200);
}

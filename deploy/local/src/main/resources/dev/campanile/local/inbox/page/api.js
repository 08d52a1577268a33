// What the page asks its own server, which adds the services' keys.

async function ask(path, options) {
  const response = await fetch(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(body.detail || `${path} answered ${response.status}`);
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const id = encodeURIComponent;

export const settings = () => ask("/inbox/settings");
export const person = (profile) => ask(`/inbox/profiles/${id(profile)}`);
export const received = (channel, to) => ask(`/inbox/received?channel=${channel}&to=${id(to)}`);
export const written = () => ask("/inbox/written");
export const reply = (message) => post("/inbox/replies", message);
export const mailUrl = (mail, to, opened) => `/inbox/mails/${id(mail)}?to=${id(to)}${opened ? "&opened=yes" : ""}`;
export const unsubscribe = (mail, to) => post(`/inbox/mails/${id(mail)}/unsubscribe?to=${id(to)}`, {});

export async function decisions(profile) {
  const list = await ask(`/inbox/profiles/${id(profile)}/messages`);
  return Promise.all((list.data || []).map((each) => ask(`/inbox/messages/${id(each.id || each.messageId)}`)));
}

export async function* people() {
  let cursor = "";
  do {
    const page = await ask(`/inbox/profiles?limit=200${cursor && `&cursor=${id(cursor)}`}`);
    yield page.data || [];
    cursor = page.nextCursor || "";
  } while (cursor);
}

export const campaign = (key) => ask(`/inbox/campaigns/${id(key)}`);
export const report = (key) => ask(`/inbox/campaigns/${id(key)}/report`);

export async function* messagesOf(run) {
  let cursor = "";
  do {
    const page = await ask(`/inbox/runs/${id(run)}/messages${cursor && `?cursor=${id(cursor)}`}`);
    yield page.data || [];
    cursor = page.nextCursor || "";
  } while (cursor);
}

/** The control API of the sandbox: one function per action, and the stream of what happens. */
import { problemInWords } from "./problems.js";
import { t } from "./words.js";

export async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(`/sandbox${path}`, options);
  } catch {
    throw new Error(t("server-silent"));
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw Object.assign(new Error(problemInWords(response.status, body.error)), {status: response.status});
  }
  return body;
}

export const post = (path, body = {}) =>
  ask(path, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(body)});

/** Names this tab to the server, so that the answer of a press is shown where the button was pressed. */
export const tab = Math.random().toString(36).slice(2);

const person = (id) => `/people/${id}`;

export const api = {
  people: () => ask("/people"),
  addPerson: (fields) => post("/people", fields),
  chat: (id) => ask(`${person(id)}/chat`),
  say: (id, text, replyTo) => post(`${person(id)}/say`, replyTo ? {text, reply_to: replyTo} : {text}),
  start: (id, payload) => post(`${person(id)}/start`, payload ? {payload} : {}),
  press: (id, messageId, data) => post(`${person(id)}/press`, {message_id: messageId, data, by: tab}),
  polls: (id) => ask(`${person(id)}/polls`),
  vote: (id, messageId, options) => post(`${person(id)}/vote`, {message_id: messageId, options}),
  addOption: (id, messageId, text) => post(`${person(id)}/option`, {message_id: messageId, text}),
  react: (id, messageId, reaction) => post(`${person(id)}/react`, {message_id: messageId, reaction}),
  edit: (id, messageId, text) => post(`${person(id)}/edit`, {message_id: messageId, text}),
  remove: (id, messageId) => post(`${person(id)}/delete`, {message_id: messageId}),
  pin: (id, messageId, pinned) => post(`${person(id)}/pin`, {message_id: messageId, pinned}),
  stopDraft: (id) => post(`${person(id)}/stop_draft`),
  location: (id, place) => post(`${person(id)}/location`, place),
  poll: (id, fields) => post(`${person(id)}/poll`, fields),
  share: (id, fields) => post(`${person(id)}/share`, fields),
  chats: () => ask("/chats"),
  contact: (id) => post(`${person(id)}/contact`),
  block: (id, blocked) => post(`${person(id)}/block`, {blocked}),
  read: (id) => post(`${person(id)}/read`),
  clock: () => ask("/clock"),
  turnClock: (how) => post("/clock", how),
  files(id, files, kinds, caption) {
    const form = new FormData();
    for (const kind of kinds) form.append("kind", kind);
    if (caption) form.append("caption", caption);
    for (const file of files) form.append("file", file, file.name);
    return ask(`${person(id)}/file`, {method: "POST", body: form});
  },
};

export const fileAddress = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;

const EVENTS = ["message", "edit", "delete", "keyboard", "forced_reply", "draft", "pinned", "reaction", "answer", "action",
  "person", "clock", "step", "call"];
const SILENCE = 30_000; // milliseconds; the server tells the clock at least every ten seconds
const PAUSES = [500, 1000, 2000]; // milliseconds: the server is near, and who waits for a restart looks on

/** Listens for ever. `onOpen` runs at each (re)connection, so that what was missed can be fetched whole. */
export function listen({onEvent, onOpen, onLost}) {
  let failures = 0;
  let watch = 0;
  const connect = () => {
    const source = new EventSource("/sandbox/stream?calls=1");
    source.onopen = () => {
      failures = 0;
      onOpen();
    };
    source.onerror = () => {
      clearTimeout(watch);
      source.close();
      onLost();
      setTimeout(connect, PAUSES[Math.min(failures++, PAUSES.length - 1)]);
    };
    const hear = (name, event) => {
      clearTimeout(watch);
      watch = setTimeout(source.onerror, SILENCE);
      onEvent(name, JSON.parse(event.data));
    };
    for (const name of EVENTS) source.addEventListener(name, (event) => hear(name, event));
  };
  connect();
}

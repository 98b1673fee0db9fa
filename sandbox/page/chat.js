/** The conversation in the middle: header, messages, and where one is in them. */
import { api } from "./api.js";
import { dayOf, fromUnix } from "./dates.js";
import { orToast } from "./dialogs.js";
import { byId, h, icon } from "./dom.js";
import { dropdown } from "./menus.js";
import { dayNode, messageNode } from "./message.js";
import { buildNote, showNote } from "./note.js";
import { avatar, slideIn } from "./people.js";
import { askPayload, startPanel } from "./start.js";
import { changed, currentPerson, fullName, noteOf, state, when } from "./state.js";
import { t } from "./words.js";

const NEAR = 60; // pixels from the bottom that still count as being there

const face = h("div", {class: "chat-face"});
const name = h("h1", {id: "chat-name", class: "chat-name", testid: "chat-name"});
const status = h("p", {class: "chat-status", role: "status"});
const othersUnread = h("span", {class: "badge corner", hidden: true});
const skip = h("button", {class: "action skip", type: "button", testid: "skip", onclick: () => changed("to-writing")},
  t("to-writing"));
const messages = h("div", {class: "messages"});
const log = h("div", {class: "log", role: "log", "aria-label": t("chat"), tabindex: "0", testid: "log"}, messages);
const newBelow = h("span", {class: "badge", hidden: true});
const downWords = h("span", {});
const down = h("button", {class: "quiet down", type: "button", hidden: true, testid: "down", onclick: goDown},
  icon("down"), downWords, newBelow);

const nodes = new Map(); // message id → {likeness, node}
let atBottom = true;
let below = 0;
let measured = "";
let actionTimer = 0;

export function buildChat(composer) {
  const more = h("button", {class: "round", type: "button", "aria-label": t("chat-menu"), testid: "chat-menu"}, icon("more"));
  byId("chat").append(
    h("header", {class: "chat-top"},
      h("button", {class: "round people-open", type: "button", "aria-label": t("people"), testid: "people-open",
        onclick: slideIn}, icon("people"), othersUnread),
      face, h("div", {class: "chat-who"}, name, status), dropdown(more, t("chat-menu"), deeds)),
    buildNote(), h("div", {class: "log-place"}, skip, log, down), composer);
  log.addEventListener("scroll", () => {
    if (atBottom && sizes() !== measured) return; // the box changed, not the reader's place: the observer follows
    atBottom = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (atBottom) below = 0;
    showDown();
  });
  const keepDown = new ResizeObserver(() => {
    measured = sizes();
    if (atBottom) toBottom();
  });
  keepDown.observe(log);
  keepDown.observe(messages);
  when("slid-out", () => log.focus({preventScroll: true}));
}

function deeds() {
  const person = currentPerson();
  if (!person) return [];
  return [
    {label: t(person.started ? "start-again" : "start"), testid: "start-again", act: () => orToast(() => api.start(person.id))},
    {label: t("start-code"), testid: "start-code-menu", act: () => askPayload(person.id)},
    {label: t(person.blocked ? "unblock" : "block"), testid: "block", act: () => setBlocked(person, !person.blocked)},
  ];
}

export async function setBlocked(person, blocked) {
  if (await orToast(() => api.block(person.id, blocked)) === undefined) return;
  const known = state.people.get(person.id);
  state.people.set(person.id, {...known, blocked});
  changed("people");
}

export function showHeader() {
  const person = currentPerson();
  if (!person) return;
  face.replaceChildren(avatar(person));
  name.textContent = fullName(person);
  showNote(noteOf(person) ?? "");
  if (!actionTimer) status.textContent = statusOf(person);
  const unread = [...state.people.values()].reduce((sum, other) => sum + (other === person ? 0 : other.unread ?? 0), 0);
  othersUnread.hidden = !unread;
  othersUnread.textContent = unread;
}

const statusOf = (person) => {
  if (person.blocked) return t("blocked");
  return person.started ? "" : t("unstarted");
};

/** "typing" and the like are shown for five seconds, as messengers do, or until the message comes. */
export function showAction(action) {
  clearTimeout(actionTimer);
  status.textContent = `${t("bot")} ${t(action.startsWith("upload") ? "sending-file" : "typing")}`;
  actionTimer = setTimeout(endAction, 5000);
}

export function endAction() {
  clearTimeout(actionTimer);
  actionTimer = 0;
  const person = currentPerson();
  if (person) status.textContent = statusOf(person);
}

const sizes = () => `${log.scrollHeight} ${log.clientHeight}`;

function toBottom(smooth = false) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  log.scrollTo({top: log.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant"});
}

function goDown() {
  log.focus({preventScroll: true}); // the button goes away
  toBottom(true);
}

function showDown() {
  down.hidden = atBottom;
  downWords.textContent = t(below ? "new-below" : "to-end");
  newBelow.hidden = !below;
  newBelow.textContent = below;
}

const acts = {
  reply: (message) => changed("reply", message),
  showMessage(id) {
    const node = nodes.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({block: "center"});
    node.classList.add("shown");
    setTimeout(() => node.classList.remove("shown"), 1500);
  },
  sayCommand: (text) => changed("say", text),
  openLink: (link, event) => changed("link", {link, event}),
};

function nodeFor(message, opened) {
  const likeness = JSON.stringify(message);
  const known = nodes.get(message.message_id);
  if (known?.likeness === likeness) return known.node;
  const node = messageNode(message, acts);
  if (known) keepFocus(known.node, node);
  else if (!opened) node.classList.add("fresh");
  nodes.set(message.message_id, {likeness, node});
  return node;
}

/** A keyboard user who pressed a button stays at that place when the message is drawn anew. */
function keepFocus(old, fresh) {
  if (!old.contains(document.activeElement)) return;
  const place = [...old.querySelectorAll("button, a")].indexOf(document.activeElement);
  queueMicrotask(() => {
    const all = fresh.querySelectorAll("button, a");
    (all[Math.min(place, all.length - 1)] ?? fresh).focus({preventScroll: true});
  });
}

/** Puts the messages in order, touching only what differs; the eye's place in the text does not move. */
export function showMessages({opened = false} = {}) {
  const person = currentPerson();
  const ordered = [...state.messages.values()].sort((a, b) => a.message_id - b.message_id);
  for (const id of [...nodes.keys()]) if (opened || !state.messages.has(id)) nodes.delete(id);
  const anchor = atBottom || opened ? null : topVisible();
  const wanted = [];
  let day = "";
  for (const message of ordered) {
    const date = fromUnix(message.date);
    if (dayOf(date) !== day) wanted.push(dayNode(date));
    day = dayOf(date);
    wanted.push(nodeFor(message, opened));
  }
  if (person && !ordered.length) wanted.push(startPanel(person));
  place(wanted);
  if (opened) { atBottom = true; below = 0; }
  if (anchor && nodes.get(anchor.id)) log.scrollTop += nodes.get(anchor.id).node.getBoundingClientRect().top - anchor.top;
  else if (atBottom) toBottom();
  showDown();
}

function place(wanted) {
  const keep = new Set(wanted);
  for (const child of [...messages.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, index) => {
    if (messages.children[index] !== node) messages.insertBefore(node, messages.children[index] ?? null);
  });
}

function topVisible() {
  const edge = log.getBoundingClientRect().top;
  for (const [id, {node}] of nodes) {
    const {top, bottom} = node.getBoundingClientRect();
    if (node.isConnected && bottom > edge) return {id, top};
  }
  return null;
}

/** A fresh message of the bot waits below for one who reads further up; one's own takes one down to it. */
export function noteFresh(message) {
  if (!message.out) atBottom = true;
  else if (!atBottom) below += 1;
}

export function setLoading(on) {
  log.setAttribute("aria-busy", String(on));
}

/** The messages of one conversation, and where the reader is in them. */
import { inGroups } from "./album.js";
import { dayOf, fromUnix } from "./dates.js";
import { h, icon } from "./dom.js";
import { drafting } from "./drafting.js";
import { dayNode, messageNode, unreadNode } from "./message.js";
import { serviceNode } from "./service.js";
import { startPanel } from "./start.js";
import { t } from "./words.js";

const NEAR = 60; // pixels from the bottom that still count as being there
const SHOWN = 1500; // milliseconds for which a message that was looked up is marked

/** `acts`: reply(message), menu(message, at, back), openLink(link, event), openApp(url), openPhoto(id), sayCommand(text),
 * insert(text), copy(text), tell(text), press(messageId, data, key), vote(messageId, options), addOption(messageId),
 * marksOf(message), `room` for toasts. showMessage(id) is added here. */
export function messageLog(chat, givenActs) {
  const acts = {...givenActs, showMessage};
  const messages = h("div", {class: "messages"});
  const log = h("div", {class: "log", role: "log", "aria-label": t("chat"), tabindex: "0", testid: "log"}, messages);
  const newBelow = h("span", {class: "badge", hidden: true});
  const downWords = h("span", {});
  const down = h("button", {class: "quiet down", type: "button", hidden: true, testid: "down", onclick: goDown},
    icon("down"), downWords, newBelow);
  const nodes = new Map(); // id of the first message of a group → {likeness, node}
  let atBottom = true;
  let below = 0;
  let measured = "";
  let firstUnread = null;
  const draft = drafting(chat, acts, () => show());

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

  function showMessage(id) {
    const node = messages.querySelector(`[data-ids~="${id}"]`);
    if (!node) return acts.tell(t("message-gone"));
    node.scrollIntoView({block: "center"});
    node.focus({preventScroll: true});
    node.classList.add("shown");
    return setTimeout(() => node.classList.remove("shown"), SHOWN);
  }

  function nodeFor(group, opened) {
    const [{message_id: id}] = group;
    const likeness = JSON.stringify([group, group.map(acts.marksOf)]);
    const known = nodes.get(id);
    if (known?.likeness === likeness) return known.node;
    const node = serviceNode(group[0], showMessage) ?? messageNode(group, acts);
    if (known) keepFocus(known.node, node);
    else if (!opened) node.classList.add("fresh");
    nodes.set(id, {likeness, node});
    return node;
  }

  /** Puts the messages in order, touching only what differs; the eye's place in the text does not move. */
  function show({opened = false} = {}) {
    const groups = inGroups(chat.inOrder());
    const ids = new Set(groups.map(([first]) => first.message_id));
    for (const id of [...nodes.keys()]) if (!ids.has(id)) nodes.delete(id);
    const anchor = atBottom || opened ? null : topVisible(log, nodes);
    const wanted = [];
    let day = "";
    for (const group of groups) {
      const date = fromUnix(group[0].date);
      if (dayOf(date) !== day) wanted.push(dayNode(date));
      day = dayOf(date);
      if (group.some((message) => message.message_id === firstUnread)) wanted.push(unreadNode());
      wanted.push(nodeFor(group, opened));
    }
    const written = draft.node();
    if (written) wanted.push(written);
    if (!groups.length && chat.loaded) wanted.push(startPanel());
    place(messages, wanted);
    if (anchor && nodes.get(anchor.id)) log.scrollTop += nodes.get(anchor.id).node.getBoundingClientRect().top - anchor.top;
    else if (atBottom) toBottom();
    showDown();
  }

  /** The first sight of a conversation: at the first unread message when there is one, else at the end. */
  function open(unread) {
    const fromBot = chat.inOrder().filter((message) => message.out);
    firstUnread = unread && unread < fromBot.length ? fromBot.at(-unread).message_id : null;
    atBottom = true;
    below = 0;
    show({opened: true});
    const line = messages.querySelector(".unread-line");
    if (!line || messages.getBoundingClientRect().bottom - line.getBoundingClientRect().top < log.clientHeight) return;
    atBottom = false;
    log.scrollTop += line.getBoundingClientRect().top - log.getBoundingClientRect().top - 40;
    showDown();
  }

  /** A fresh message of the bot waits below for one who reads further up; one's own takes one down to it. */
  function noteFresh(message) {
    if (!message.out) {
      atBottom = true;
      firstUnread = null;
    } else if (!atBottom) below += 1;
  }

  return {log, down, show, open, noteFresh, showMessage, end() { keepDown.disconnect(); draft.end(); }};
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

function place(room, wanted) {
  const keep = new Set(wanted);
  for (const child of [...room.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((node, index) => {
    if (room.children[index] !== node) room.insertBefore(node, room.children[index] ?? null);
  });
}

function topVisible(log, nodes) {
  const edge = log.getBoundingClientRect().top;
  for (const [id, {node}] of nodes) {
    const {top, bottom} = node.getBoundingClientRect();
    if (node.isConnected && bottom > edge) return {id, top};
  }
  return null;
}

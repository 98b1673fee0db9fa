/** Who it is, what the bot is doing right now, and what can be done with the conversation. */
import { api } from "./api.js";
import { orToast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { avatar } from "./faces.js";
import { dropdown } from "./menus.js";
import { askPayload } from "./start.js";
import { fullName, state } from "./state.js";
import { t } from "./words.js";

const ACTION_LASTS = 5000; // milliseconds, as messengers show it
const WORDS = [[/^upload|^record/, "sending-file"], [/^choose_sticker/, "choosing-sticker"], [/^find_location/, "finding-place"]];

export const actionInWords = (action) =>
  t(WORDS.find(([pattern]) => pattern.test(action))?.[1] ?? "typing");

/** `acts`: block(blocked), openPeople(), beside(), swap(), close(); `two()`: whether another conversation stands beside. */
export function chatTop(chat, acts) {
  const {personId} = chat;
  const face = h("div", {class: "chat-face"});
  const name = h("h1", {id: `chat-name-${personId}`, class: "chat-name", testid: "chat-name"});
  const status = h("p", {class: "chat-status", role: "status", testid: "chat-status"});
  const othersUnread = h("span", {class: "badge corner", hidden: true});
  const tool = (sign, label, testid, act) =>
    h("button", {class: `round ${testid}`, type: "button", "aria-label": t(label), title: t(label), testid, onclick: act}, icon(sign));
  const more = h("button", {class: "round", type: "button", "aria-label": t("chat-menu"), title: t("chat-menu"),
    testid: "chat-menu"}, icon("more"));
  const node = h("header", {class: "chat-top"},
    h("button", {class: "round people-open", type: "button", "aria-label": t("people"), testid: "people-open",
      onclick: acts.openPeople}, icon("people"), othersUnread),
    face, h("div", {class: "chat-who"}, name, status),
    tool("swap", "swap", "swap", acts.swap), tool("columns", "beside", "beside", acts.beside),
    dropdown(more, t("chat-menu"), deeds), tool("close", "column-close", "column-close", acts.close));
  let timer = 0;

  function deeds() {
    const {person} = chat;
    if (!person) return [];
    return [
      {label: t(person.started ? "start-again" : "start"), testid: "start-again", act: () => orToast(() => api.start(personId))},
      {label: t("start-code"), testid: "start-code-menu", act: () => askPayload(personId)},
      {label: t(person.blocked ? "unblock" : "block"), testid: "block", danger: !person.blocked,
        act: () => acts.block(!person.blocked)},
      {label: t("windows"), testid: "windows", act: () => location.assign("/windows")},
    ];
  }

  function statusOf({blocked, started}) {
    if (blocked) return t("blocked");
    return started ? "" : t("unstarted");
  }

  function show() {
    const {person} = chat;
    face.replaceChildren(avatar(person));
    name.textContent = fullName(person);
    if (!timer) status.textContent = statusOf(person);
    const unread = [...state.people.values()].reduce((sum, other) => sum + (other.id === personId ? 0 : other.unread ?? 0), 0);
    othersUnread.hidden = !unread;
    othersUnread.textContent = unread;
    node.classList.toggle("two", acts.two());
  }

  function endAction() {
    clearTimeout(timer);
    timer = 0;
    status.classList.remove("acting");
    if (chat.person) status.textContent = statusOf(chat.person);
  }

  /** Until the message comes, but not for long. */
  function showAction(action) {
    clearTimeout(timer);
    status.textContent = `${t("bot")} ${actionInWords(action)}`;
    status.classList.add("acting");
    timer = setTimeout(endAction, ACTION_LASTS);
  }

  return {node, show, showAction, endAction};
}

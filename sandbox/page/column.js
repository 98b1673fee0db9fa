/** One conversation on the screen: header, note, messages, field. Built anew for each person who is chosen. */
import { api, tab } from "./api.js";
import { chatTop } from "./chat-top.js";
import { copy } from "./clipboard.js";
import { composer } from "./composer.js";
import { askDelete, askEdit, deedsWith } from "./deeds.js";
import { alertBox, confirmBox, orToast, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { ourPayload } from "./links.js";
import { messageLog } from "./log.js";
import { showMenu } from "./menus.js";
import { pinnedLine } from "./pinned.js";
import { noteLine } from "./note.js";
import { askOption } from "./poll.js";
import { press } from "./presses.js";
import { followLink, start } from "./start.js";
import { changed, fullName, noteOf, state } from "./state.js";
import { viewPhotos } from "./viewer.js";
import { t } from "./words.js";

/** `places`: what the header offers, see chat-top.js; `roomOf(personId)`: the toasts of an open conversation. */
export function column(chat, {places, roomOf}) {
  const {personId} = chat;
  const room = h("div", {class: "toasts", role: "status", "aria-live": "polite"});
  const tell = (text, kind = "plain") => toast(text, kind, room);

  const orTell = (act) => act().catch((error) => tell(error.message, "bad"));

  const acts = {
    room, tell,
    reply: (message) => field.reply(message),
    menu: (message, at, back) => showMenu({choices: deedsWith(message, chat, acts, field.open), label: t("message-menu"), at, back}),
    openLink: (link, event) => followLink(personId, {link, event}),
    openPhoto: (id) => viewPhotos(chat.inOrder().filter((message) => message.photo), id),
    sayCommand: (text) => field.say(text),
    insert: (text) => field.insert(text),
    copy: (text) => copy(text, room),
    press: (messageId, data, key) => press({personId, messageId, data, key, room: roomOf}),
    async openApp(url) {
      if (await confirmBox(t("web-app-honest", {url}), t("open"))) open(url, "_blank", "noopener");
    },
    marksOf: (message) => chat.marksOf(message),
    attempt: orTell,
    react: (messageId, emoji) => orTell(() => api.react(personId, messageId, emoji)),
    edit: (message) => askEdit(personId, message),
    remove: (message) => orTell(() => askDelete(personId, message)),
    pin: (messageId, on) => orTell(() => api.pin(personId, messageId, on)),
    vote: (messageId, options) => orTell(() => api.vote(personId, messageId, options)),
    addOption: (messageId) => askOption(personId, messageId),
    block: (blocked) => orToast(() => api.block(personId, blocked)),
  };

  const field = composer(chat, acts);
  const messages = messageLog(chat, acts);
  const top = chatTop(chat, {...acts, ...places});
  const note = noteLine();
  const pinned = pinnedLine(chat, messages.showMessage);
  const skip = h("button", {class: "action skip", type: "button", testid: "skip", onclick: field.focus}, t("to-writing"));
  const node = h("section", {class: "column", role: "tabpanel", id: `column-${personId}`, "data-person": personId,
    "aria-labelledby": `chat-name-${personId}`, testid: `column-${personId}`},
  top.node, note.node, pinned.node, h("div", {class: "log-place"}, room, skip, messages.log, messages.down), field.node);

  chat.when("loading", (on) => messages.log.setAttribute("aria-busy", String(on)));
  chat.when("problem", (text) => tell(text, "bad"));
  chat.when("loaded", ({first, unread}) => {
    if (first) messages.open(unread);
    else messages.show();
    if (first) field.restore();
    else field.force();
    show();
    read();
  });
  chat.when("message", ({message, fresh}) => {
    if (fresh) messages.noteFresh(message);
    if (fresh && message.out) {
      top.endAction();
      lookForCommands();
    }
    messages.show();
    pinned.show();
    if (fresh) field.show();
  });
  chat.when("gone", () => { messages.show(); pinned.show(); });
  chat.when("marks", () => messages.show());
  chat.when("draft", () => messages.show());
  chat.when("forced-reply", () => field.force());
  chat.when("pinned", () => pinned.show());
  chat.when("keyboard", () => field.show());
  chat.when("action", ({action}) => top.showAction(action));
  chat.when("answer", ({text, show_alert: alert, url, by}) => {
    if (by && by !== tab) return;
    if (url && ourPayload(url) !== null) start(personId, ourPayload(url));
    if (!text) return;
    if (alert) alertBox(text);
    else tell(text);
  });

  let asking = 0;
  /** After a message of the bot: a bot that has just come up may have brought its commands. */
  function lookForCommands() {
    if (chat.commands.length) return;
    clearTimeout(asking);
    asking = setTimeout(() => chat.askCommands().catch(() => {}), 300);
  }

  /** Whatever stands in a column that can be seen is read; not before it stands there, or nothing would be marked as new. */
  function read() {
    const {person} = chat;
    if (!chat.loaded || !person?.unread || document.hidden || !node.checkVisibility()) return;
    state.people.set(personId, {...person, unread: 0});
    api.read(personId).catch(() => {});
    changed("people");
  }

  function show() {
    if (!chat.person) return;
    top.show();
    note.show(noteOf(chat.person) ?? "");
    pinned.show();
    if (chat.loaded) field.show();
  }

  return {
    chat, node, room, show, read, field,
    name: () => fullName(chat.person),
    timePassed: () => chat.draft && messages.show(),
    daysChanged: () => chat.loaded && messages.show(),
    focusLog: () => messages.log.focus({preventScroll: true}),
    end() {
      top.endAction();
      messages.end();
      clearTimeout(asking);
    },
  };
}

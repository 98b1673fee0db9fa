/** Where the person writes: reply line, reply keyboard, field, attachments; or Start, or Unblock, instead. */
import { api } from "./api.js";
import { asking } from "./asking.js";
import { attachChoices } from "./attach.js";
import { commandsButton, slashList } from "./commands.js";
import { editable } from "./deeds.js";
import { toast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { draftOf, keepDraft } from "./drafts.js";
import { readBotLink, ourPayload } from "./links.js";
import { dropdown } from "./menus.js";
import { replyKeyboard } from "./reply-keyboard.js";
import { replyLine } from "./reply-line.js";
import { start, startButtons } from "./start.js";
import { t } from "./words.js";

const TALLEST = 160; // pixels

/** `acts`: see log.js; `block(blocked)`. Answers {node, show, reply, say, insert, focus, typed}. */
export function composer(chat, acts) {
  const {personId} = chat;
  const room = acts.room;
  const input = h("textarea", {class: "composer-input", rows: "1", testid: "composer", "aria-label": t("write"),
    placeholder: t("write"), enterkeyhint: "send", dir: "auto"});
  const send = h("button", {class: "round strong", type: "submit", "aria-label": t("send"), testid: "send"}, icon("send"));
  const attach = h("button", {class: "round", type: "button", "aria-label": t("attach"), testid: "attach"}, icon("clip"));
  const commands = commandsButton(chat, {say, openApp: acts.openApp});
  const keyboard = replyKeyboard(chat, press);
  const reply = replyLine(chat, () => { keep(); invite(); });
  const slash = slashList(chat, input, {say, write});
  const offer = h("button", {class: "action offer", type: "button", hidden: true, testid: "link-offer",
    onclick: () => { const payload = ourPayload(input.value); write(""); start(personId, payload); }}, t("link-offer"));
  const line = h("form", {class: "composer-line"}, commands.button,
    dropdown(attach, t("attach"), () => attachChoices(personId)), input, keyboard.toggle, send);
  const instead = h("div", {class: "instead"});
  const node = h("footer", {class: "composer"}, slash.list, reply.line, offer, keyboard.keys, line, instead);

  function keep() {
    keepDraft(personId, {text: input.value, replyTo: reply.target?.message_id ?? null});
  }

  function grow() {
    line.style.minHeight = `${line.offsetHeight}px`; // while the field is measured, what stands above must not move
    input.style.height = "auto";
    input.style.height = `${Math.min(input.scrollHeight + 2, TALLEST)}px`;
    line.style.minHeight = "";
    send.disabled = !input.value.trim();
    offer.hidden = !readBotLink(input.value) || ourPayload(input.value) === null;
  }

  function write(text) {
    input.value = text;
    keep();
    grow();
  }

  async function sendTyped() {
    const text = input.value.trim();
    if (!text) return;
    const answered = reply.target;
    write("");
    reply.set(null);
    if (await say(text, answered?.message_id) || input.value) return;
    write(text);
    reply.set(answered);
  }

  async function say(text, replyToId) {
    try {
      const {message} = await api.say(personId, text, replyToId);
      if (message && !chat.messages.has(message.message_id)) chat.hear("message", {message});
      return true;
    } catch (error) {
      toast(error.message, "bad", room);
      return false;
    }
  }

  function press(button) {
    const ask = asking(button);
    if (ask) return acts.attempt(() => ask(personId));
    return button.web_app ? acts.openApp(button.web_app.url) : say(button.text);
  }

  const lastOwn = () => chat.inOrder().filter(editable).at(-1);

  line.addEventListener("submit", (event) => {
    event.preventDefault();
    sendTyped();
  });
  input.addEventListener("keydown", (event) => {
    const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (slash.take(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) sendTyped();
    else if (event.key === "Escape" && reply.target) reply.set(null);
    else if (step && event.ctrlKey) reply.step(step);
    else if (event.key === "ArrowUp" && !input.value && lastOwn()) acts.edit(lastOwn());
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener("input", () => { keep(); grow(); });

  function restore() {
    const draft = draftOf(personId);
    input.value = draft.text;
    reply.set(chat.messages.get(draft.replyTo));
    reply.force();
    grow();
  }

  function invite() {
    const asked = reply.forced ? chat.forcedReply : chat.keyboard;
    input.placeholder = asked?.input_field_placeholder || t("write");
  }

  function show() {
    const {person} = chat;
    const barred = person.blocked || person.deactivated;
    const unstarted = !barred && (!chat.messages.size || (!person.started && !chat.inOrder().some((message) => !message.out)));
    line.hidden = barred || unstarted;
    reply.line.hidden = line.hidden || !reply.target;
    node.classList.toggle("barred", line.hidden);
    const why = person.deactivated ? "deactivated" : person.blocked ? "blocked" : unstarted ? "unstarted" : "";
    if (instead.dataset.why !== why) {
      instead.dataset.why = why;
      instead.replaceChildren(...insteadOf(why));
    }
    instead.hidden = !why;
    keyboard.show(!line.hidden);
    commands.show();
    invite();
    grow();
  }

  const insteadOf = (why) => ({
    unstarted: () => startButtons(personId),
    deactivated: () => [h("p", {}, t("deactivated"))],
    blocked: () => [h("p", {}, t("blocked-hint")), h("button", {class: "action strong", type: "button", testid: "unblock",
      onclick: () => acts.block(false)}, t("unblock"))],
  })[why]?.() ?? [];

  return {
    node, show, restore, say,
    force() { reply.force(); show(); },
    reply(message) { if (!line.hidden) { reply.set(message); input.focus(); } },
    insert(text) { write(text); input.focus(); },
    focus: () => (line.hidden ? instead.querySelector("button") : input)?.focus(),
    get open() { return !line.hidden; },
  };
}

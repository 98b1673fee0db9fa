/** Buttons: under a message (inline) and above the input (reply). */
import { api } from "./api.js";
import { toast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { currentPerson, fullName, state } from "./state.js";
import { t } from "./words.js";

const PATIENCE = 15_000; // milliseconds until a press counts as unanswered
const waiting = new Map(); // person id → Map(key of the pressed button → its timer)

const keyOf = (messageId, place, data) => `${messageId} ${place} ${data}`;
const waits = (personId, key) => waiting.get(personId)?.has(key) ?? false;

function mark(key, on) {
  for (const button of document.querySelectorAll(".inline-button")) {
    if (button.dataset.key !== key) continue;
    button.classList.toggle("waiting", on);
    button.setAttribute("aria-busy", String(on));
  }
}

function stopWaiting(personId, key) {
  clearTimeout(waiting.get(personId)?.get(key));
  waiting.get(personId)?.delete(key);
  if (personId === state.personId) mark(key, false);
}

/** An answer does not name its button, and the bot answers one person's presses together: all stop waiting. */
export function pressesAnswered(personId) {
  for (const key of [...(waiting.get(personId)?.keys() ?? [])]) stopWaiting(personId, key);
}

/** One press at a time for each button, as clients do while the ring turns. */
async function press(messageId, data, key) {
  const personId = state.personId;
  if (waits(personId, key)) return;
  if (currentPerson()?.blocked) {
    toast(t("blocked-hint"), "bad");
    return;
  }
  const timer = setTimeout(() => {
    stopWaiting(personId, key);
    const name = fullName(state.people.get(personId));
    toast(personId === state.personId ? t("no-answer") : t("no-answer-of", {name}), "bad");
  }, PATIENCE);
  waiting.set(personId, (waiting.get(personId) ?? new Map()).set(key, timer));
  mark(key, true);
  try {
    await api.press(personId, messageId, data);
  } catch (error) {
    stopWaiting(personId, key);
    if (personId === state.personId) toast(error.message, "bad");
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied", {text}), "good");
  } catch {
    toast(t("copy-failed", {text}));
  }
}

const face = (button) => `inline-button ${button.style ? `style-${button.style}` : ""}`;

function inlineButton(messageId, place, button, openLink) {
  const text = h("span", {}, button.text);
  if (button.url) {
    const link = h("a", {class: face(button), href: button.url, target: "_blank", rel: "noopener noreferrer",
      testid: "button"}, text, icon("link"));
    link.addEventListener("click", (event) => openLink(link, event));
    return link;
  }
  const props = {class: face(button), type: "button", testid: "button", disabled: Boolean(button.disabled)};
  if (button.copy_text) {
    return h("button", {...props, onclick: () => copy(button.copy_text.text)}, text, icon("copy"));
  }
  if (button.callback_data === undefined) {
    return h("button", {...props, onclick: () => toast(t("button-unsupported"))}, text);
  }
  const data = button.callback_data;
  const key = keyOf(messageId, place, data);
  const node = h("button", {...props, "data-key": key, onclick: () => press(messageId, data, key)}, text);
  if (waits(state.personId, key)) {
    node.classList.add("waiting");
    node.setAttribute("aria-busy", "true");
  }
  return node;
}

export function inlineKeyboard(message, openLink) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const id = message.message_id;
  return h("div", {class: "inline-keyboard", role: "group", "aria-label": t("message-buttons")},
    rows.map((row, down) => h("div", {class: "row"},
      row.map((button, along) => inlineButton(id, `${down}.${along}`, button, openLink)))));
}

/** `act(button)` says the text, or shares the contact when the button asks for it. */
export function replyKeyboard(keyboard, act) {
  const rows = keyboard?.keyboard ?? [];
  return rows.map((row) => h("div", {class: "row"}, row.map((entry) => {
    const button = typeof entry === "string" ? {text: entry} : entry;
    return h("button", {class: `reply-button ${button.style ? `style-${button.style}` : ""}`, type: "button",
      testid: "reply-button", onclick: () => act(button)}, button.text);
  })));
}

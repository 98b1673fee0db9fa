/** Buttons under a message: each does what it does in the messenger, or says why it cannot here. */
import { h, icon } from "./dom.js";
import { state } from "./state.js";
import { waits } from "./presses.js";
import { t } from "./words.js";

const look = (button) => `inline-button ${button.style ? `style-${button.style}` : ""}`;

/** What a button does beside calling back, by its field: the sign in its corner, and the deed. */
const DEEDS = [
  ["copy_text", "copy", (button, acts) => acts.copy(button.copy_text.text)],
  ["web_app", "window", (button, acts) => acts.openApp(button.web_app.url)],
  ["login_url", "link", (button, acts) => acts.openApp(button.login_url.url)],
  ["switch_inline_query_current_chat", "reply", (button, acts) => acts.insert(`@${state.bot?.username} ${button.switch_inline_query_current_chat}`)],
];

function linkButton(button, text, acts) {
  const link = h("a", {class: look(button), href: button.url, target: "_blank", rel: "noopener noreferrer",
    testid: "button"}, text, icon("link"));
  link.addEventListener("click", (event) => acts.openLink(link, event));
  return link;
}

function callbackButton(message, place, button, text, acts) {
  const data = button.callback_data;
  const personId = message.chat.id;
  const key = `${personId} ${message.message_id} ${place} ${data}`;
  const busy = waits(personId, key);
  return h("button", {class: `${look(button)} ${busy ? "waiting" : ""}`, type: "button", testid: "button",
    disabled: Boolean(button.disabled), "aria-busy": busy ? "true" : null, "data-key": key,
    onclick: () => acts.press(message.message_id, data, key)}, text);
}

function inlineButton(message, place, button, acts) {
  const text = h("span", {}, button.text);
  if (button.disabled) return h("button", {class: look(button), type: "button", testid: "button", disabled: true}, text);
  if (button.url) return linkButton(button, text, acts);
  if (button.callback_data !== undefined) return callbackButton(message, place, button, text, acts);
  const [, sign, deed] = DEEDS.find(([field]) => button[field] !== undefined)
    ?? [null, null, () => acts.tell(t("button-unsupported"))];
  return h("button", {class: look(button), type: "button", testid: "button", onclick: () => deed(button, acts)},
    text, sign && icon(sign));
}

export function inlineKeyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return h("div", {class: "inline-keyboard", role: "group", "aria-label": t("message-buttons")},
    rows.map((row, down) => h("div", {class: "row"},
      row.map((button, along) => inlineButton(message, `${down}.${along}`, button, acts)))));
}

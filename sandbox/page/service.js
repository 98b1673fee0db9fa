/** Messages that nobody wrote: told in one line in the middle. */
import { h } from "./dom.js";
import { inOneLine } from "./gist.js";
import { t } from "./words.js";

const TOLD = [
  ["pinned_message", (pinned) => t("service-pinned", {text: pinned.date ? inOneLine(pinned) : "…"}), (pinned) => pinned.message_id],
  ["write_access_allowed", () => t("service-allowed")],
  ["web_app_data", (data) => t("service-app-data", {text: data.button_text})],
  ["users_shared", () => t("service-shared")],
  ["chat_shared", () => t("service-shared")],
  ["poll_option_added", (added) => t("service-option", {text: added.option_text}), (added) => added.poll_message?.message_id],
  ["message_auto_delete_timer_changed", () => t("service-timer")],
];

export const isService = (message) => TOLD.some(([field]) => message[field]);

/** The line, null for a message that somebody wrote. `showMessage(id)` goes to what it speaks of. */
export function serviceNode(message, showMessage) {
  const told = TOLD.find(([field]) => message[field]);
  if (!told) return null;
  const [field, inWords, about] = told;
  const words = inWords(message[field]);
  return h("article", {class: "service", "data-ids": message.message_id, tabindex: "-1",
    testid: `message-${message.message_id}`, "aria-label": words},
  about ? h("button", {class: "service-words", type: "button", onclick: () => showMessage(about(message[field]))}, words)
    : h("span", {class: "service-words"}, words));
}

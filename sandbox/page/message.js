/** One message of the conversation: quote, content, time, buttons. */
import { content, inOneLine } from "./content.js";
import { dayInWords, dayOf, fromUnix, timeOf } from "./dates.js";
import { h, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { state } from "./state.js";
import { t } from "./words.js";

export const who = (message) => t(message.out ? "bot" : "you");

function quote(original, showMessage) {
  return h("button", {class: "quote", type: "button", "aria-label": t("reply-to"),
    onclick: () => showMessage(original.message_id)},
  h("strong", {}, t(original.from?.is_bot ? "bot" : "you")), h("span", {}, inOneLine(original)));
}

/** `acts`: reply(message), showMessage(id), openLink(link, event), sayCommand(text). */
export function messageNode(message, acts) {
  const time = timeOf(fromUnix(message.date));
  const bubble = h("div", {class: "bubble"},
    message.reply_to_message && quote(message.reply_to_message, acts.showMessage),
    content(message, acts),
    h("div", {class: "foot"},
      message.edited && h("span", {class: "edited", testid: "edited"}, t("edited")),
      h("time", {datetime: fromUnix(message.date).toISOString()}, time)));
  const reply = h("button", {class: "reply-here", type: "button", "aria-label": t("reply"), title: t("reply"),
    onclick: () => acts.reply(message)}, icon("reply"));
  const node = h("article", {
    class: `message ${message.out ? "from-bot" : "from-person"}`, testid: `message-${message.message_id}`,
    "aria-label": t("message-from", {who: who(message), time}), tabindex: "-1",
  }, h("div", {class: "bubble-line"}, bubble, reply), inlineKeyboard(message, acts.openLink));
  if (message.sticker) node.classList.add("bare");
  if (message.photo || message.video) node.classList.add("with-picture");
  bubble.addEventListener("dblclick", (event) => {
    if (event.target.closest("a, button, audio, video, [role=button]")) return;
    getSelection()?.removeAllRanges();
    acts.reply(message);
  });
  return node;
}

export const dayNode = (date) =>
  h("div", {class: "day", testid: "day", "data-day": dayOf(date)}, h("span", {}, dayInWords(date, state.now)));

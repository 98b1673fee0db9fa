/** One message of the conversation: where it comes from, quote, content, time, buttons. */
import { albumContent } from "./album.js";
import { content } from "./content.js";
import { dayInWords, dayOf, fromUnix, inWords, timeOf } from "./dates.js";
import { h, icon } from "./dom.js";
import { inOneLine, oneLine } from "./gist.js";
import { inlineKeyboard } from "./inline-keyboard.js";
import { reactionsLine } from "./reactions.js";
import { fullName, state } from "./state.js";
import { t } from "./words.js";

export const who = (message) => (message.from?.is_bot ?? message.out ? t("bot") : t("you"));

function quote(original, quoted, showMessage) {
  return h("button", {class: "quote", type: "button", testid: "quote",
    "aria-label": `${t("reply-to")}: ${who(original)}, ${quoted?.text ?? inOneLine(original)}`,
    onclick: () => showMessage(original.message_id)},
  h("strong", {}, who(original)), h("span", {}, quoted ? oneLine(quoted.text) : inOneLine(original)));
}

function forwarded(origin) {
  const from = origin.sender_user ? fullName(origin.sender_user)
    : origin.sender_user_name ?? origin.chat?.title ?? origin.sender_chat?.title ?? t("bot");
  return h("p", {class: "forwarded"}, t("forwarded", {from}));
}

function foot(message) {
  const moment = fromUnix(message.date);
  return h("div", {class: "foot"},
    message.edited && h("span", {class: "edited", testid: "edited",
      title: message.edit_date && inWords(fromUnix(message.edit_date))}, t("edited")),
    h("time", {datetime: moment.toISOString(), title: inWords(moment)}, timeOf(moment)));
}

/** `group`: a message, or those of one album. `acts`: see log.js. */
export function messageNode(group, acts) {
  const [first] = group;
  const worded = group.find((message) => message.caption) ?? first;
  const last = group.at(-1);
  const bubble = h("div", {class: "bubble"},
    first.forward_origin && forwarded(first.forward_origin),
    first.reply_to_message && quote(first.reply_to_message, first.quote, acts.showMessage),
    group.length > 1 ? albumContent(group, acts) : content(first, acts),
    reactionsLine(worded, acts),
    foot(group.find((message) => message.edited) ?? last));
  const reply = h("button", {class: "reply-here", type: "button", "aria-label": t("reply"), title: t("reply"),
    testid: "reply", onclick: () => acts.reply(worded)}, icon("reply"));
  const node = h("article", {
    class: `message ${first.out ? "from-bot" : "from-person"}`, testid: `message-${first.message_id}`,
    "data-ids": group.map((message) => message.message_id).join(" "), tabindex: "-1",
    "aria-label": t("message-from", {who: who(first), time: timeOf(fromUnix(last.date))}),
  }, h("div", {class: "bubble-line"}, bubble, reply), inlineKeyboard(last, acts));
  if (first.sticker || first.dice) node.classList.add("bare");
  if (group.some((message) => message.photo || message.video || message.animation)) node.classList.add("with-picture");
  bubble.addEventListener("dblclick", (event) => {
    if (event.target.closest("a, button, audio, video, [role=button]")) return;
    getSelection()?.removeAllRanges();
    acts.reply(worded);
  });
  node.addEventListener("contextmenu", (event) => { // also by the menu key, on whatever of the message is in focus
    if (event.target.closest("a, video, audio, .inline-keyboard") || !getSelection()?.isCollapsed) return;
    event.preventDefault();
    acts.menu(worded, {left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY}, reply);
  });
  return node;
}

export const dayNode = (date) =>
  h("div", {class: "day", testid: "day", "data-day": dayOf(date)}, h("span", {}, dayInWords(date, state.now)));

export const unreadNode = () => h("div", {class: "unread-line", testid: "unread-line"}, h("span", {}, t("unread-line")));

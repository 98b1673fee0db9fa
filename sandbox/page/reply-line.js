/** Which message is being answered, above the field. */
import { h, icon } from "./dom.js";
import { inOneLine } from "./gist.js";
import { who } from "./message.js";
import { t } from "./words.js";

export function replyLine(chat, onChange) {
  let target = null;
  const name = h("strong", {});
  const text = h("span", {});
  const line = h("div", {class: "reply-line", hidden: true, testid: "reply-line"}, icon("reply"),
    h("div", {class: "reply-words"}, name, text),
    h("button", {class: "round", type: "button", "aria-label": t("reply-cancel"), testid: "reply-cancel",
      onclick: () => set(null)}, icon("close")));

  function set(message) {
    target = message ?? null;
    line.hidden = !target;
    if (target) {
      name.textContent = who(target);
      text.textContent = inOneLine(target);
    }
    onChange(target);
  }

  /** Ctrl+↑ and Ctrl+↓ choose the message, from the newest up. */
  function step(by) {
    const all = chat.inOrder();
    const now = target ? all.findIndex((message) => message.message_id === target.message_id) : all.length;
    if (by < 0 || target) set(all[now + by] ?? (by < 0 ? target : null));
  }

  let forcedBefore = null;
  const forced = () => Boolean(target) && target.message_id === chat.forcedReply?.message_id;

  /** The bot asks for an answer to its message: the reply opens by itself, unless another one has been begun. */
  function force() {
    const asked = chat.forcedReply?.message_id ?? null;
    if (asked === forcedBefore) return;
    if (target && target.message_id === forcedBefore) set(null);
    forcedBefore = asked;
    if (asked && !target) set(chat.messages.get(asked));
  }

  chat.when("gone", (id) => target?.message_id === id && set(null));
  return {line, set, step, force, get target() { return target; }, get forced() { return forced(); }};
}

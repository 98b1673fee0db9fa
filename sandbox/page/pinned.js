/** The newest pinned message, under the header: a tap leads to it. */
import { h, icon } from "./dom.js";
import { inOneLine } from "./gist.js";
import { t } from "./words.js";

export function pinnedLine(chat, showMessage) {
  const words = h("span", {class: "pinned-words"});
  let shown = null;
  const node = h("button", {class: "pinned", type: "button", hidden: true, testid: "pinned",
    onclick: () => showMessage(shown)}, icon("pin"), h("strong", {}, t("pinned")), words);

  function show() {
    const message = chat.pinned.map((id) => chat.messages.get(id)).filter(Boolean).at(-1);
    shown = message?.message_id;
    node.hidden = !message;
    if (message) words.textContent = inOneLine(message);
  }

  return {node, show};
}

/** What the bot is just writing, under the last message, until the message comes or half a minute is over. */
import { api } from "./api.js";
import { h } from "./dom.js";
import { state } from "./state.js";
import { words } from "./text.js";
import { t } from "./words.js";

/** A Unix moment of the play, in milliseconds from now. */
const left = (until) => (state.now ? until * 1000 - state.now.getTime() : 1000);

/** `onEnd()`: its time is over. Answers {node(): element or null, end()}. */
export function drafting(chat, acts, onEnd) {
  let timer = 0;
  let drawn = null;
  let shown = "";

  function node() {
    const {draft} = chat;
    clearTimeout(timer);
    if (!draft || left(draft.until) <= 0) return (drawn = null);
    timer = setTimeout(onEnd, Math.min(left(draft.until), 60_000));
    const likeness = JSON.stringify(draft);
    if (drawn && likeness === shown) return drawn;
    shown = likeness;
    drawn = h("article", {class: "message from-bot drafting", testid: "bot-draft", "aria-busy": "true", "aria-label": t("bot-writes")},
      h("div", {class: "bubble"}, words(draft, acts) ?? h("p", {class: "thinking"}, t("bot-thinks")),
        h("div", {class: "foot"}, h("span", {}, t("bot-writes")),
          draft.can_stop && h("button", {class: "quiet drafting-stop", type: "button", testid: "stop-draft",
            onclick: () => acts.attempt(() => api.stopDraft(chat.personId))}, t("stop")))));
    return drawn;
  }

  return {node, end: () => clearTimeout(timer)};
}

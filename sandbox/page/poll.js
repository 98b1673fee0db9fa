/** A poll: options to choose while one may vote, bars when one has voted or it is over. */
import { api } from "./api.js";
import { fromUnix, inShort } from "./dates.js";
import { field, formBox } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const idOf = (option, index) => String(option.persistent_id ?? index);

/** The order that this person sees, the same at each sight. */
function shuffled(options, seed) {
  const weight = (id) => [...`${seed}${id}`].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return [...options].sort((a, b) => weight(a.id) - weight(b.id));
}

/** `acts`: marksOf(message), vote(messageId, options), addOption(messageId). */
export function poll(item, message, acts) {
  const {chosen = [], shuffle, hidden, open_to_options: growing} = acts.marksOf(message).vote ?? {};
  const numbered = item.options.map((option, index) => ({...option, index, id: idOf(option, index)}));
  const options = shuffle ? shuffled(numbered, `${item.id}${message.chat.id}`) : numbered;
  const voted = chosen.length > 0;
  const open = !item.is_closed;
  const choosing = open && !voted;
  const secret = hidden && open;
  const body = choosing ? choice(item, options, message, acts) : results(item, options, chosen, secret);
  return h("div", {class: "poll", testid: "poll"},
    h("strong", {class: "poll-question"}, item.question), h("small", {}, kind(item)),
    item.description && h("p", {class: "poll-about"}, item.description),
    body,
    open && growing && h("button", {class: "quiet", type: "button", testid: "poll-add",
      onclick: () => acts.addOption(message.message_id)}, t("poll-add")),
    h("small", {testid: "poll-total"}, [t("votes", {count: item.total_voter_count ?? 0}), secret && voted && t("votes-hidden"),
      open && item.close_date && t("poll-until", {time: inShort(fromUnix(item.close_date))})].filter(Boolean).join(" · ")),
    !choosing && item.explanation && h("p", {class: "poll-why"}, item.explanation));
}

const kind = (item) => [t(item.type === "quiz" ? "quiz" : item.is_anonymous === false ? "poll-open" : "poll-anonymous"),
  item.is_closed && t("poll-closed")].filter(Boolean).join(" · ");

/** What is ticked and not sent yet outlives that the message is drawn anew. */
const picks = new Map();

/** One option votes at once; of many the choice is made first. */
function choice(item, options, message, acts) {
  const many = item.allows_multiple_answers;
  const picked = picks.get(item.id + message.chat.id) ?? new Set();
  picks.set(item.id + message.chat.id, picked);
  const vote = h("button", {class: "action poll-vote", type: "button", testid: "poll-vote", disabled: !picked.size,
    onclick() {
      picks.delete(item.id + message.chat.id);
      return acts.vote(message.message_id, [...picked]);
    }}, t("poll-vote"));
  const option = ({text, index}) => {
    const button = h("button", {class: `poll-option ${many ? "many" : ""}`, type: "button", testid: "poll-option",
      role: many ? "checkbox" : null, "aria-checked": many ? String(picked.has(index)) : null,
      onclick() {
        if (!many) return acts.vote(message.message_id, [index]);
        if (!picked.delete(index)) picked.add(index);
        button.setAttribute("aria-checked", String(picked.has(index)));
        vote.disabled = !picked.size;
        return undefined;
      }}, h("span", {class: "poll-mark", "aria-hidden": "true"}), h("span", {}, text));
    return button;
  };
  return h("div", {class: "poll-options", role: "group", "aria-label": item.question}, options.map(option), many && vote);
}

/** `secret`: the numbers are shown when the poll is over. */
function results(item, options, chosen, secret) {
  const right = new Set(item.correct_option_ids ?? []);
  const total = item.total_voter_count ?? 0;
  return h("ul", {class: "poll-options"}, options.map((option) => {
    const own = chosen.includes(option.id);
    const wrong = item.type === "quiz" && own && !right.has(option.index);
    const share = total && !secret ? Math.round((100 * (option.voter_count ?? 0)) / total) : 0;
    const bar = h("span", {class: `poll-bar ${right.has(option.index) ? "right" : wrong ? "wrong" : ""}`, "aria-hidden": "true"});
    bar.style.setProperty("--share", `${share}%`);
    const mark = right.has(option.index) ? "✓" : wrong ? "✗" : own ? "✓" : "";
    const said = [own && t("poll-own"), right.has(option.index) && t("poll-right"), wrong && t("poll-wrong"),
      !secret && t("votes", {count: option.voter_count ?? 0})].filter(Boolean).join(", ");
    return h("li", {class: own ? "own" : "", testid: "poll-result"},
      h("span", {class: "poll-share"}, secret ? "" : `${share}%`),
      h("span", {class: "poll-text"}, option.text, mark && h("span", {"aria-hidden": "true"}, ` ${mark}`)),
      h("span", {class: "unseen"}, said), bar);
  }));
}

/** Takes the vote back, where the poll allows it: for the menu of the message. */
export function voteBack(message, acts) {
  const {poll: item} = message;
  const voted = item && acts.marksOf(message).vote?.chosen?.length;
  if (!voted || item.is_closed || item.allows_revoting === false) return null;
  return {label: t("vote-back"), testid: "vote-back", act: () => acts.vote(message.message_id, [])};
}

export const askOption = (personId, messageId) => formBox({
  title: t("poll-add"), submit: t("create"), testid: "poll-add-form",
  fields: [field(t("poll-option"), h("input", {name: "text", required: true, maxlength: "100", autocomplete: "off",
    testid: "poll-add-text"}))],
  act: (form) => api.addOption(personId, messageId, form.get("text").trim()),
});

/** One line of the list: who, when, the last words, what is unread. */
import { timeOrDate, fromUnix } from "./dates.js";
import { h } from "./dom.js";
import { draftOf } from "./drafts.js";
import { avatar } from "./faces.js";
import { listLine, oneLine } from "./gist.js";
import { fullName, noteOf, state } from "./state.js";
import { t } from "./words.js";

/** `{text, kind}`: what the line under the name says: what matters most right now. */
export function lineOf(person, {open, action}) {
  const draft = open ? "" : draftOf(person.id).text;
  if (person.blocked) return {text: t("blocked"), kind: "plain"};
  if (action) return {text: action, kind: "acting"};
  if (draft) return {text: oneLine(draft), kind: "draft"};
  return {text: person.last_text ? listLine(person.last_text) : noteOf(person) ?? t("unstarted"), kind: "plain"};
}

/** `place`: {current, open, action, line}; `pick(event)`. */
export function personCard(person, {current, open, line}, pick) {
  const unread = person.unread ?? 0;
  return h("button", {
    id: `person-${person.id}`, class: `person ${open ? "open" : ""}`, type: "button", role: "tab",
    "aria-selected": String(current), "aria-controls": open ? `column-${person.id}` : null, tabindex: current ? "0" : "-1",
    testid: `person-${person.id}`, onclick: pick,
  },
  avatar(person),
  h("span", {class: "person-name"}, fullName(person)),
  h("span", {class: "person-when"}, person.last_date && timeOrDate(fromUnix(person.last_date), state.now)),
  h("span", {class: `person-last ${line.kind}`}, line.kind === "draft" && h("b", {}, `${t("draft")}: `), line.text),
  unread > 0 && [
    h("span", {class: "badge", "aria-hidden": "true", testid: `unread-${person.id}`}, String(unread)),
    h("span", {class: "unseen"}, t("unread", {count: unread})),
  ]);
}

/** The list of people: pinned ones first, then those who have talked, then everybody by search. */
import { api } from "./api.js";
import { timeOrDate, fromUnix } from "./dates.js";
import { field, formBox } from "./dialogs.js";
import { byId, h, icon } from "./dom.js";
import { changed, fullName, noteOf, state } from "./state.js";
import { language, switchLanguage, t } from "./words.js";

const TALKED_AT_MOST = 30;
const FOUND_AT_MOST = 60;
let everybody = false;

const search = h("input", {
  type: "search", class: "people-search", placeholder: t("people-search"), "aria-label": t("people-search"),
  autocomplete: "off", testid: "people-search", oninput: () => { everybody = false; showPeople(); },
});
const list = h("div", {class: "people-list", role: "tablist", "aria-orientation": "vertical", "aria-label": t("people")});
const found = h("p", {class: "people-found", role: "status"});
const rest = h("button", {class: "people-rest", type: "button", onclick: () => { everybody = true; showPeople(); }});

export function buildPeople() {
  const room = byId("people");
  room.setAttribute("aria-label", t("people"));
  room.append(
    h("div", {class: "people-top"},
      h("h2", {class: "people-title"}, t("sandbox")),
      h("button", {class: "quiet", type: "button", lang: t("other-language") === "English" ? "en" : "ru",
        testid: "language", onclick: switchLanguage}, t("other-language")),
      h("button", {class: "round people-close", type: "button", "aria-label": t("people-close"), onclick: slideOut},
        icon("close"))),
    h("div", {class: "people-find"}, icon("search"), search),
    h("div", {class: "people-scroll"}, found, list, rest),
    h("button", {class: "action new-person", type: "button", testid: "new-person", onclick: addPerson},
      icon("plus"), t("new-person")));
  list.addEventListener("keydown", walk);
  byId("shade").addEventListener("click", slideOut);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("people-in")) slideOut();
  });
  narrow.addEventListener("change", slideOut);
  slideOut();
}

const narrow = matchMedia("(max-width: 760px)");

export function slideIn() {
  document.body.classList.add("people-in");
  byId("people").inert = false;
  byId("chat").inert = narrow.matches;
  byId("shade").hidden = false;
  byId("person-" + state.personId)?.focus();
}

export function slideOut() {
  const wasIn = document.body.classList.contains("people-in");
  document.body.classList.remove("people-in");
  byId("people").inert = narrow.matches;
  byId("chat").inert = false;
  byId("shade").hidden = true;
  if (wasIn) changed("slid-out");
}

const plain = (text) => text.toLowerCase().replaceAll("ё", "е");

function matches(person, words) {
  const text = plain([fullName(person), person.username ?? "", noteOf(person) ?? "", person.id].join(" "));
  return words.every((word) => text.includes(word));
}

const byLastMessage = (a, b) => (b.last_date ?? 0) - (a.last_date ?? 0);
const byName = (a, b) => fullName(a).localeCompare(fullName(b));

function chosen() {
  const all = [...state.people.values()];
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  if (words.length) return {shown: all.filter((person) => matches(person, words)).sort(byName), left: 0, searched: true};
  const pinned = all.filter((person) => person.pinned);
  const others = all.filter((person) => !person.pinned);
  const talked = others.filter((person) => person.last_date || person.unread).sort(byLastMessage);
  const shown = new Set([...pinned, ...talked.slice(0, TALKED_AT_MOST)]);
  const current = state.people.get(state.personId);
  if (current) shown.add(current);
  if (everybody) for (const person of others.sort(byName)) shown.add(person);
  return {shown: [...shown], left: all.length - shown.size, searched: false};
}

let drawn = "";
export function showPeople() {
  const {shown, left, searched} = chosen();
  const listed = searched ? shown.slice(0, FOUND_AT_MOST) : shown;
  found.hidden = !searched;
  found.textContent = shown.length ? t("people-found", {count: shown.length}) : t("people-none");
  rest.hidden = left < 1;
  rest.textContent = t("people-rest", {count: left});
  const unread = [...state.people.values()].reduce((sum, person) => sum + (person.unread ?? 0), 0);
  document.title = unread ? `(${unread}) ${t("sandbox")}` : t("sandbox");
  const likeness = JSON.stringify([listed, state.personId, state.now?.toISOString().slice(0, 13)]);
  if (likeness === drawn) return;
  drawn = likeness;
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null;
  list.replaceChildren(...listed.map(tab));
  if (!list.querySelector('[tabindex="0"]')) list.firstElementChild?.setAttribute("tabindex", "0");
  if (focused) byId(focused)?.focus();
  showChosen();
}

let seenAs = null;
/** Once for each chosen person, when there is a tab to see: after that the list stays where the reader scrolled it. */
function showChosen() {
  const chosenTab = byId(`person-${state.personId}`);
  if (!chosenTab || seenAs === state.personId) return;
  seenAs = state.personId;
  const room = chosenTab.offsetParent; // not scrollIntoView: beside a narrow screen it would move the page, too
  const above = chosenTab.offsetTop - room.scrollTop;
  if (above < 0 || above + chosenTab.offsetHeight > room.clientHeight) {
    room.scrollTop = chosenTab.offsetTop - (room.clientHeight - chosenTab.offsetHeight) / 2;
  }
}

export function avatar(person) {
  const initials = [person.first_name, person.last_name].filter(Boolean).map((name) => [...name][0]).join("");
  return h("span", {class: `avatar hue-${Math.abs(person.id) % 6}`, "aria-hidden": "true"}, initials.toUpperCase());
}

function pick(person) {
  search.value = "";
  changed("choose", person.id);
  slideOut();
}

/** A message without words comes as "[photo]" and the like. */
function gist(text) {
  const kind = /^\[(\w+)\]$/.exec(text)?.[1];
  return kind ? t(kind) : text;
}

function tab(person) {
  const current = person.id === state.personId;
  const unread = person.unread ?? 0;
  const detail = person.last_text ? gist(person.last_text) : noteOf(person) ?? t("unstarted");
  return h("button", {
    id: `person-${person.id}`, class: "person", type: "button", role: "tab", "aria-selected": String(current),
    "aria-controls": "chat", tabindex: current ? "0" : "-1", testid: `person-${person.id}`,
    onclick: () => pick(person),
  },
  avatar(person),
  h("span", {class: "person-name"}, fullName(person)),
  h("span", {class: "person-when"},
    person.last_date && timeOrDate(fromUnix(person.last_date), state.now)),
  h("span", {class: "person-last"}, person.blocked ? t("blocked") : detail),
  unread > 0 && [
    h("span", {class: "badge", "aria-hidden": "true", testid: `unread-${person.id}`}, String(unread)),
    h("span", {class: "unseen"}, t("unread", {count: unread})),
  ]);
}

function walk(event) {
  const tabs = [...list.children];
  const at = tabs.indexOf(document.activeElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}

async function addPerson() {
  const option = (value, label) => h("option", {value, selected: value === language}, label);
  const person = await formBox({
    title: t("new-person"), submit: t("create"), testid: "new-person-form",
    fields: [
      field(t("first-name"), h("input", {name: "first_name", required: true, maxlength: "64", pattern: ".*\\S.*"})),
      field(t("last-name"), h("input", {name: "last_name", maxlength: "64"})),
      field(t("language"), h("select", {name: "language_code"}, option("ru", t("russian")), option("en", t("english")))),
      field(t("note"), h("input", {name: "note", maxlength: "200"})),
    ],
    act(form) {
      const fields = {pinned: true};
      for (const [name, value] of form) if (value.trim()) fields[name] = value.trim();
      return api.addPerson(fields);
    },
  });
  if (!person) return;
  state.people.set(person.id, person);
  pick(person);
}

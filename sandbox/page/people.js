/** The list of people: pinned ones first, then those who have talked, then everybody by search. */
import { actionInWords } from "./chat-top.js";
import { columnOf, openBeside } from "./columns.js";
import { byId, h, icon } from "./dom.js";
import { addPerson } from "./new-person.js";
import { lineOf, personCard } from "./person-card.js";
import { settingsMenu } from "./settings.js";
import { buildSlide, slideOut } from "./slide.js";
import { changed, fullName, noteOf, state } from "./state.js";
import { switchLanguage, t } from "./words.js";

const TALKED_AT_MOST = 30;
const FOUND_AT_MOST = 60;
const ACTION_LASTS = 5000; // milliseconds
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
      settingsMenu(),
      h("button", {class: "round people-close", type: "button", "aria-label": t("people-close"), onclick: slideOut},
        icon("close"))),
    h("div", {class: "people-find"}, icon("search"), search),
    h("div", {class: "people-scroll"}, found, list, rest),
    h("button", {class: "action new-person", type: "button", testid: "new-person", onclick: add},
      icon("plus"), t("new-person")));
  list.addEventListener("keydown", walk);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    list.firstElementChild?.focus();
  });
  buildSlide();
}

const acting = new Map(); // person id → what the bot is doing for them

export function showPersonActing(personId, action) {
  acting.set(personId, actionInWords(action));
  setTimeout(() => { acting.delete(personId); showPeople(); }, ACTION_LASTS);
  showPeople();
}

export const endPersonActing = (personId) => acting.delete(personId) && showPeople();

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

const placeOf = ({id}) => ({current: id === state.personId, open: Boolean(columnOf(id)), action: acting.get(id)});

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
  const lines = listed.map((person) => lineOf(person, placeOf(person)));
  const likeness = JSON.stringify([listed, lines, listed.map(placeOf), state.now?.toISOString().slice(0, 13)]);
  if (likeness === drawn) return;
  drawn = likeness;
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null;
  list.replaceChildren(...listed.map((person, index) =>
    personCard(person, {...placeOf(person), line: lines[index]}, (event) => pick(person, event))));
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

/** With Ctrl (or ⌘) beside the open conversation, as links open in another tab. */
function pick(person, event) {
  search.value = "";
  if (event?.ctrlKey || event?.metaKey) openBeside(person.id);
  else changed("choose", person.id);
  slideOut();
}

function walk(event) {
  const tabs = [...list.children];
  const at = tabs.indexOf(document.activeElement);
  const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  tabs.at(to % tabs.length)?.focus();
}

async function add() {
  const person = await addPerson();
  if (person) pick(person);
}

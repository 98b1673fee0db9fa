/** Which conversations are on the screen, one or two, as the address says: `#person=501&beside=502`. */
import { column } from "./column.js";
import { Conversation } from "./conversation.js";
import { byId } from "./dom.js";
import { closeMenu } from "./menus.js";
import { listInHistory, slideIn } from "./slide.js";
import { changed, state } from "./state.js";

let columns = [];
let active = 0;

const known = (id) => state.people.has(id);
export const openColumns = () => columns;
export const columnOf = (personId) => columns.find(({chat}) => chat.personId === personId) ?? null;
export const activeColumn = () => columns[active] ?? null;

function firstPerson(except) {
  const people = [...state.people.values()].filter(({id}) => id !== except);
  const talked = except && people.filter(({last_date: date}) => date).sort((a, b) => b.last_date - a.last_date)[0];
  return (talked || people.find((person) => person.pinned) || people[0])?.id ?? null;
}

/** The people of the address, those whom nobody knows left out. */
function asked() {
  const address = new URLSearchParams(location.hash.slice(1));
  const ids = [Number(address.get("person")), Number(address.get("beside"))].filter(known);
  return {ids: [...new Set(ids)], at: address.has("at") ? 1 : 0};
}

function goTo(ids, at) {
  const hash = `#person=${ids[0]}${ids[1] ? `&beside=${ids[1]}` : ""}${at && ids[1] ? "&at=beside" : ""}`;
  if (listInHistory()) history.replaceState(null, "", hash); // the choice takes the place of the open list
  else if (location.hash !== hash) location.hash = hash;
  showColumns(); // at once: the event of the address comes later, and finds everything done
}

const openIds = () => columns.map(({chat}) => chat.personId);

/** Puts somebody into the column in hand; who is open already is only gone to. */
export function choose(personId) {
  const ids = openIds();
  const there = ids.indexOf(personId);
  if (there < 0) ids[active] = personId;
  goTo(ids, there < 0 ? active : there);
}

/** A second conversation beside the first: with somebody named, or with whoever talked last. */
export function openBeside(personId = null) {
  const [first] = openIds();
  const other = personId ?? firstPerson(first);
  if (other === null || other === first) return;
  goTo([first, other], 1);
}

function closeColumn(personId) {
  const left = openIds().filter((id) => id !== personId);
  if (left.length) goTo(left, 0);
}

function build(personId) {
  const chat = new Conversation(personId);
  const built = column(chat, {
    roomOf: (id) => columnOf(id)?.room ?? null,
    places: {
      openPeople: slideIn,
      beside: () => openBeside(),
      close: () => closeColumn(personId),
      swap: () => goTo(openIds(), 1 - active),
      two: () => columns.length > 1,
    },
  });
  const take = () => setActive(columns.indexOf(built));
  built.node.addEventListener("focusin", take);
  built.node.addEventListener("pointerdown", take);
  return built;
}

function setActive(at) {
  if (at < 0 || !columns[at]) return;
  const other = state.personId !== columns[at].chat.personId;
  active = at;
  state.personId = columns[at].chat.personId;
  columns.forEach(({node}, index) => node.classList.toggle("active", index === at));
  if (!other) return;
  const address = new URLSearchParams(location.hash.slice(1));
  if (at !== (address.has("at") ? 1 : 0)) {
    if (at) address.set("at", "beside");
    else address.delete("at");
    history.replaceState(null, "", `#${address}`);
  }
  changed("people");
  changed("person", state.personId);
}

/** Makes the screen what the address says. Columns that stay are not touched. */
export function showColumns() {
  const {ids, at} = asked();
  if (!ids.length) {
    const first = firstPerson();
    if (first !== null) ids.push(first);
  }
  const before = columns;
  columns = ids.map((id) => before.find(({chat}) => chat.personId === id) ?? build(id));
  const place = byId("chats");
  const fresh = columns.filter((one) => !before.includes(one));
  for (const old of before) if (!columns.includes(old)) leave(old);
  columns.forEach(({node}, index) => place.children[index] !== node && place.insertBefore(node, place.children[index] ?? null));
  place.dataset.count = columns.length;
  setActive(Math.min(at, columns.length - 1));
  for (const one of columns) one.show();
  for (const one of fresh) one.chat.load();
  for (const one of columns) one.read();
  changed("people");
}

function leave(old) {
  closeMenu();
  old.end();
  old.node.remove();
}

/** After the connection was lost: what stands there may be old. */
export const reloadColumns = () => Promise.all(columns.map(({chat}) => chat.load()));

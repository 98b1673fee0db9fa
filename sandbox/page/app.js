/** Puts the rooms together: who is chosen, what the stream says, and a full refresh after each reconnection. */
import { api, listen } from "./api.js";
import { buildAside } from "./aside.js";
import { buildAttach } from "./attach.js";
import { buildClock, refreshClock, refreshClockSoon, setClock } from "./clock.js";
import { activeColumn, choose, columnOf, openColumns, reloadColumns, showColumns } from "./columns.js";
import { dayOf } from "./dates.js";
import { toast } from "./dialogs.js";
import { byId } from "./dom.js";
import { buildDrawer } from "./drawer.js";
import { buildPeople, endPersonActing, showPeople, showPersonActing } from "./people.js";
import { pressesAnswered } from "./presses.js";
import { applySettings } from "./settings.js";
import { changed, state, when } from "./state.js";
import { language, t } from "./words.js";

const TOGETHER = 60; // milliseconds: an announcement changes hundreds of cards, the list is drawn once for many

function showEverybody() {
  showPeople();
  for (const column of openColumns()) column.show();
}

let peopleTimer = 0;
function showEverybodySoon() {
  peopleTimer ||= setTimeout(() => {
    peopleTimer = 0;
    showEverybody();
  }, TOGETHER);
}

function takePerson(person) {
  state.people.set(person.id, person);
  showEverybodySoon();
  const open = columnOf(person.id);
  open?.show();
  open?.read();
}

function onEvent(name, data) {
  if (name === "clock") return setClock(data);
  if (name === "step" || name === "call") return changed(name, data);
  if (name === "person") return takePerson(data.person);
  if (name === "answer") pressesAnswered(data.person_id);
  if (name === "action") showPersonActing(data.person_id, data.action);
  if (name === "message") endPersonActing(data.person_id);
  if (["message", "edit", "delete"].includes(name)) refreshClockSoon();
  return columnOf(data.person_id)?.chat.hear(name, data);
}

async function onOpen() {
  try {
    const [{people}] = await Promise.all([api.people(), refreshClock()]);
    state.people = new Map(people.map((person) => [person.id, person]));
    for (const id of state.people.keys()) pressesAnswered(id);
    const standing = openColumns().length > 0;
    showColumns();
    if (standing) await reloadColumns();
    byId("lost").hidden = true;
    changed("connected");
  } catch (error) {
    toast(error.message, "bad");
  }
}

/** A letter typed with no field in hand begins a message. */
function typeAnywhere(event) {
  const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  const column = activeColumn();
  if (!letter || !column?.field.open || document.querySelector("dialog[open], .menu")) return;
  if (!document.activeElement.matches("input, textarea, select, #drawer *")) column.field.focus();
}

let day = "";
function onClock() {
  showPeople();
  for (const column of openColumns()) column.timePassed();
  const today = dayOf(state.now);
  if (day && day !== today) for (const column of openColumns()) column.daysChanged();
  day = today;
}

document.documentElement.lang = language;
byId("lost").textContent = t("lost");
applySettings();
buildClock(buildAside());
buildDrawer();
buildPeople();
buildAttach();
when("choose", choose);
when("clock", onClock);
when("people", showEverybody);
when("draft", showEverybodySoon);
when("slid-out", () => activeColumn()?.focusLog());
addEventListener("hashchange", showColumns);
addEventListener("resize", () => { for (const column of openColumns()) column.read(); });
document.addEventListener("visibilitychange", () => { for (const column of openColumns()) column.read(); });
document.addEventListener("keydown", typeAnywhere);
listen({onEvent, onOpen, onLost: () => { byId("lost").hidden = false; }});

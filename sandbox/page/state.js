/** What the page knows. Rooms read it and say `changed`; whoever shows that part listens. */
import { language } from "./words.js";

export const state = {
  people: new Map(),
  personId: null,
  messages: new Map(),
  keyboard: null,
  commands: [],
  now: null,
  next: null,
};

const listeners = new Map();

export function when(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

export function changed(what, detail) {
  for (const listener of listeners.get(what) ?? []) listener(detail);
}

export const currentPerson = () => state.people.get(state.personId) ?? null;

export const noteOf = (person) => (language === "en" && person.note_en) || person.note;

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** What the page knows of everybody. Rooms read it and say `changed`; whoever shows that part listens. */
import { language } from "./words.js";

export const state = {
  people: new Map(),
  /** Whose conversation is in hand; with two side by side, that of the column last touched. */
  personId: null,
  /** `{name, username, description}` of the bot, told with each conversation. */
  bot: null,
  now: null,
  next: null,
  parts: [],
};

/** A small exchange of news: `when(what, listener)`, `changed(what, detail)`. */
export function exchange() {
  const listeners = new Map();
  return {
    when(what, listener) {
      listeners.set(what, [...(listeners.get(what) ?? []), listener]);
    },
    changed(what, detail) {
      for (const listener of listeners.get(what) ?? []) listener(detail);
    },
  };
}

export const { when, changed } = exchange();

export const currentPerson = () => state.people.get(state.personId) ?? null;

export const noteOf = (person) => (language === "en" && person.note_en) || person.note;

export const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** The coloured disc with initials. */
import { h } from "./dom.js";

export const initials = (person) =>
  [person.first_name, person.last_name].filter(Boolean).map((name) => [...name][0]).join("").toUpperCase();

export const avatar = (person) =>
  h("span", {class: `avatar hue-${Math.abs(person.id) % 6}`, "aria-hidden": "true"}, initials(person));

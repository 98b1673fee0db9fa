/** On a narrow screen the list of people slides in from the side. */
import { byId } from "./dom.js";
import { changed, state } from "./state.js";

const narrow = matchMedia("(max-width: 760px)");

/** The list stands in the history as a step of its own: «Back» on a phone closes it, as in the messenger. */
export const listInHistory = () => Boolean(history.state?.peopleIn);

export function slideIn() {
  if (narrow.matches && !listInHistory()) history.pushState({peopleIn: true}, "");
  document.body.classList.add("people-in");
  byId("people").inert = false;
  byId("chats").inert = narrow.matches;
  byId("shade").hidden = false;
  byId(`person-${state.personId}`)?.focus();
}

export function slideOut() {
  const wasIn = document.body.classList.contains("people-in");
  document.body.classList.remove("people-in");
  byId("people").inert = narrow.matches;
  byId("chats").inert = false;
  byId("shade").hidden = true;
  if (wasIn && listInHistory()) history.back();
  if (wasIn) changed("slid-out");
}

export function buildSlide() {
  byId("shade").addEventListener("click", slideOut);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("people-in")) slideOut();
  });
  narrow.addEventListener("change", slideOut);
  addEventListener("popstate", () => {
    const isIn = document.body.classList.contains("people-in");
    if (isIn !== listInHistory()) (isIn ? slideOut : slideIn)();
  });
  slideOut();
}

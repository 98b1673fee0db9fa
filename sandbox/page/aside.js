/** The place beside the conversation: shown and hidden by a button of the header, remembered. What stands in it is
 * the drawer's own business: `when("drawer", (open) => …)`. */
import { byId, h, icon } from "./dom.js";
import { changed } from "./state.js";
import { t } from "./words.js";

const KEPT = "sandbox-drawer";
const place = byId("drawer");
const button = h("button", {class: "round drawer-toggle", type: "button", "aria-label": t("drawer"), title: t("drawer"),
  "aria-controls": "drawer", testid: "drawer-toggle", onclick: toggle}, icon("drawer"));

/** Who opens it goes into it: it stands far behind the conversation. Escape leads back. */
function toggle() {
  showAside(place.hidden);
  place.querySelector('[role="tab"][aria-selected="true"]')?.focus();
}

/** Answers the button; whoever builds the header puts it there. */
export function buildAside() {
  place.setAttribute("aria-label", t("drawer"));
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    showAside(false);
    button.focus();
  });
  queueMicrotask(() => showAside(localStorage.getItem(KEPT) === "open")); // when all have said what they listen to
  return button;
}

export function showAside(open) {
  place.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-pressed", String(open));
  localStorage.setItem(KEPT, open ? "open" : "closed");
  changed("drawer", open);
}

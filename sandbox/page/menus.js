/** A list of choices over the page; Escape or a tap elsewhere closes it, arrows walk it. */
import { clearToasts } from "./dialogs.js";
import { h } from "./dom.js";

const GAP = 4; // pixels between the button and its menu
const EDGE = 8; // pixels that stay free at the edges of the window

let openMenu = null;

export function closeMenu() {
  openMenu?.();
}

/** Several beside each other: {row: [choices]}. */
const entry = ({row, ...one}) => (row ? h("div", {class: "choice-row", role: "none"}, row.map(choice)) : choice(one));

const choice = ({label, detail, testid, checked, radio, danger, act}) =>
  h("button", {class: `choice ${danger ? "danger" : ""}`, type: "button", testid,
    role: checked === undefined ? "menuitem" : radio ? "menuitemradio" : "menuitemcheckbox",
    "aria-checked": checked === undefined ? null : String(checked),
    onclick: () => { closeMenu(); act(); }},
  h("span", {}, label), detail && h("small", {}, detail));

/** `at`: the box that the menu stands beside, {left, right, top, bottom}; `back`: takes the focus on Escape. */
export function showMenu({choices, label, at, back, onClose = () => {}}) {
  closeMenu();
  clearToasts();
  const list = h("div", {class: "menu", role: "menu", "aria-label": label, popover: "manual"}, choices.map(entry));
  document.body.append(list);
  list.showPopover?.();
  place(list, at);
  const onPointer = (event) => !list.contains(event.target) && !back?.contains(event.target) && closeMenu();
  const onKey = (event) => {
    const items = [...list.querySelectorAll("button")];
    const now = items.indexOf(document.activeElement);
    const to = {ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1, Home: 0, End: -1}[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      closeMenu();
      back?.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    }
  };
  document.addEventListener("pointerdown", onPointer, true);
  list.addEventListener("keydown", onKey);
  addEventListener("resize", closeMenu);
  openMenu = () => {
    openMenu = null;
    const focused = list.contains(document.activeElement);
    list.remove();
    document.removeEventListener("pointerdown", onPointer, true);
    removeEventListener("resize", closeMenu);
    if (focused) back?.focus({preventScroll: true});
    onClose();
  };
  list.querySelector(":scope > .choice")?.focus(); // what stands in rows is an arrow away
}

/** Under the box when there is room, else above it; never over the edge of the window. */
function place(list, at) {
  const {offsetWidth: width, offsetHeight: height} = list;
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, at.top - GAP - height);
  const leftmost = at.left + width <= innerWidth - EDGE ? at.left : at.right - width;
  list.style.top = `${top}px`;
  list.style.left = `${Math.max(EDGE, Math.min(leftmost, innerWidth - EDGE - width))}px`;
}

/** `choices()` is asked at each opening and may take its time: [{label, detail?, testid?, checked?, radio?, act}]. */
export function dropdown(button, label, choices) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-expanded") === "true") return closeMenu();
    const items = await choices();
    if (!items?.length) return undefined;
    button.setAttribute("aria-expanded", "true");
    return showMenu({choices: items, label, at: button.getBoundingClientRect(), back: button,
      onClose: () => button.setAttribute("aria-expanded", "false")});
  });
  return button;
}

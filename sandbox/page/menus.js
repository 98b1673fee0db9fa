/** A button that drops a list of choices; Escape or a tap elsewhere closes it, arrows walk it. */
import { clearToasts } from "./dialogs.js";
import { h } from "./dom.js";

let openMenu = null;

export function closeMenu() {
  openMenu?.();
}

function show(button, list) {
  closeMenu();
  clearToasts();
  button.after(list);
  button.setAttribute("aria-expanded", "true");
  const onPointer = (event) => !list.contains(event.target) && !button.contains(event.target) && closeMenu();
  const onKey = (event) => {
    const items = [...list.querySelectorAll("button")];
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (event.key === "Escape") {
      closeMenu();
      button.focus();
    } else if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
    }
  };
  document.addEventListener("pointerdown", onPointer);
  document.addEventListener("keydown", onKey);
  openMenu = () => {
    list.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", onPointer);
    document.removeEventListener("keydown", onKey);
    openMenu = null;
  };
  list.querySelector("button")?.focus();
}

/** `choices()` is asked at each opening and may take its time: [{label, detail?, testid?, act}]. */
export function dropdown(button, label, choices) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-expanded") === "true") return closeMenu();
    const items = (await choices()).map(({label: text, detail, testid, act}) =>
      h("button", {class: "choice", role: "menuitem", type: "button", testid,
        onclick: () => { closeMenu(); act(); }},
      h("span", {}, text), detail && h("small", {}, detail)));
    return show(button, h("div", {class: "menu", role: "menu", "aria-label": label}, items));
  });
  return h("div", {class: "menu-place"}, button);
}

/** Theme and size of the text: kept for the next time, the same in every tab. */
import { icon, h } from "./dom.js";
import { dropdown } from "./menus.js";
import { t } from "./words.js";

const THEMES = ["system", "light", "dark"];
const KEPT = {theme: "sandbox-theme", text: "sandbox-text"};

const theme = () => (THEMES.includes(localStorage.getItem(KEPT.theme)) ? localStorage.getItem(KEPT.theme) : "system");
const large = () => localStorage.getItem(KEPT.text) === "large";

/** `system` leaves the choice to the browser, which follows the system while the page is open. */
export function applySettings() {
  document.documentElement.dataset.theme = theme();
  document.documentElement.dataset.text = large() ? "large" : "usual";
}

function keep(key, value) {
  localStorage.setItem(key, value);
  applySettings();
}

const choices = () => [
  ...THEMES.map((name) => ({label: t(`theme-${name}`), checked: theme() === name, radio: true, testid: `theme-${name}`,
    act: () => keep(KEPT.theme, name)})),
  {label: t("text-large"), checked: large(), testid: "text-large",
    act: () => keep(KEPT.text, large() ? "usual" : "large")},
];

export function settingsMenu() {
  const button = h("button", {class: "round", type: "button", "aria-label": t("settings"), title: t("settings"),
    testid: "settings"}, icon("settings"));
  addEventListener("storage", applySettings);
  return dropdown(button, t("settings"), choices);
}

/** Buttons that the bot puts in the place of the letters, and the switch that hides them. */
import { asking } from "./asking.js";
import { h, icon } from "./dom.js";
import { t } from "./words.js";

/** `press(button)` acts for a button: says its words, shares the contact. */
export function replyKeyboard(chat, press) {
  let hidden = false;
  const keys = h("div", {class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), testid: "reply-keyboard"});
  const toggle = h("button", {class: "round", type: "button", "aria-label": t("keyboard"), title: t("keyboard"),
    testid: "toggle-keyboard", onclick: () => { hidden = !hidden; show(); }}, icon("keyboard"));

  const key = (entry) => {
    const button = typeof entry === "string" ? {text: entry} : entry;
    const asks = asking(button);
    return h("button", {class: `reply-button ${button.style ? `style-${button.style}` : ""}`, type: "button",
      testid: "reply-button", onclick: () => press(button)}, h("span", {}, button.text),
    asks && icon(button.request_location ? "pin" : "reply"), button.web_app && icon("window"));
  };

  /** `able`: whether there is a field to write in at all. */
  function show(able = !keys.closest(".composer")?.classList.contains("barred")) {
    const rows = chat.keyboard?.keyboard ?? [];
    toggle.hidden = !rows.length;
    toggle.setAttribute("aria-pressed", String(!hidden));
    keys.hidden = !rows.length || hidden || !able;
    keys.classList.toggle("tall", !chat.keyboard?.resize_keyboard);
    const likeness = JSON.stringify(rows);
    if (keys.dataset.likeness === likeness) return; // whoever stands on a key stays there
    keys.dataset.likeness = likeness;
    keys.replaceChildren(...rows.map((row) => h("div", {class: "row"}, row.map(key))));
  }

  chat.when("keyboard", () => { hidden = false; });
  return {keys, toggle, show};
}

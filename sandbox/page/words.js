import { en } from "./words-en.js";
import { ru } from "./words-ru.js";

const KEPT = "sandbox-language";

function chosen() {
  const kept = localStorage.getItem(KEPT);
  if (kept === "ru" || kept === "en") return kept;
  return (navigator.language || "ru").toLowerCase().startsWith("en") ? "en" : "ru";
}

export const language = chosen();
export const locale = language === "ru" ? "ru-RU" : "en-GB";

const words = language === "ru" ? ru : en;
const plural = new Intl.PluralRules(locale);

/** The phrase for a key; `{name}` is replaced, a set of plural forms is chosen by `count`. */
export function t(key, values = {}) {
  const entry = words[key] ?? ru[key] ?? key;
  const phrase = typeof entry === "string" ? entry : entry[plural.select(values.count)] ?? entry.other;
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Another tab has changed the language; a form that is being filled in is not taken away. */
addEventListener("storage", ({key}) => {
  if (key !== KEPT || chosen() === language) return;
  const form = document.querySelector("dialog[open]");
  if (form) form.addEventListener("close", () => location.reload());
  else location.reload();
});

export function switchLanguage() {
  localStorage.setItem(KEPT, language === "ru" ? "en" : "ru");
  location.reload();
}

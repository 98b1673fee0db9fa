/** What the bot will do by itself, in words: «вопросы наставникам, 8 человек». */
import { fullName, state } from "./state.js";
import { language, t } from "./words.js";

export function partInWords({words, title, people, edits}) {
  const what = [words[language] ?? words.ru, people > 0 && t("due-people", {count: people}), edits && t("due-edits")];
  return what.filter(Boolean).join(", ") + (title ? `: ${t("due-titled", {title})}` : "");
}

/** The largest part, and how many more there are. */
export function inOneLine(parts) {
  if (!parts.length) return "";
  const more = parts.length > 1 ? ` ${t("due-more", {count: parts.length - 1})}` : "";
  return partInWords(parts[0]) + more;
}

export const nameOf = (personId) => {
  const person = state.people.get(personId);
  return person ? fullName(person) : null;
};

/** What is said of the person under the name: two lines of it until it is tapped. */
import { h, icon } from "./dom.js";
import { t } from "./words.js";

const words = h("p", {class: "note-text"});
const more = h("button", {class: "round note-more", type: "button", "aria-label": t("note-whole"),
  "aria-expanded": "false", testid: "note-more"}, icon("down"));
const note = h("div", {class: "note", testid: "note"}, words, more);

export function buildNote() {
  note.addEventListener("click", () => {
    const marked = getSelection();
    if (!marked.isCollapsed && note.contains(marked.anchorNode)) return; // to copy them
    if (!more.hidden) unfold(!note.classList.contains("whole"));
  });
  new ResizeObserver(markClipped).observe(words);
  return note;
}

export function showNote(text) {
  note.hidden = !text;
  if (words.textContent === text) return;
  words.textContent = text;
  unfold(false);
}

function unfold(whole) {
  note.classList.toggle("whole", whole);
  more.setAttribute("aria-expanded", String(whole));
  markClipped();
}

function markClipped() {
  more.hidden = !note.classList.contains("whole") && words.scrollHeight <= words.clientHeight + 1;
}

/** What is said of the person under the name: two lines of it until it is tapped. */
import { h, icon } from "./dom.js";
import { t } from "./words.js";

export function noteLine() {
  const words = h("p", {class: "note-text"});
  const more = h("button", {class: "round note-more", type: "button", "aria-label": t("note-whole"),
    "aria-expanded": "false", testid: "note-more"}, icon("down"));
  const node = h("div", {class: "note", testid: "note"}, words, more);

  function show(text) {
    node.hidden = !text;
    if (words.textContent === text) return;
    words.textContent = text;
    unfold(false);
  }

  function unfold(whole) {
    node.classList.toggle("whole", whole);
    more.setAttribute("aria-expanded", String(whole));
    markClipped();
  }

  function markClipped() {
    more.hidden = !node.classList.contains("whole") && words.scrollHeight <= words.clientHeight + 1;
  }

  node.addEventListener("click", () => {
    const marked = getSelection();
    if (!marked.isCollapsed && node.contains(marked.anchorNode)) return; // to copy them
    if (!more.hidden) unfold(!node.classList.contains("whole"));
  });
  new ResizeObserver(markClipped).observe(words);
  return {node, show};
}

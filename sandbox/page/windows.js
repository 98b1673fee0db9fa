/** The gallery: its language, the filter, and which arrows belong to the window under the pointer. */
import { applySettings } from "./settings.js";
import { language, switchLanguage } from "./words.js";

const root = document.documentElement;
root.dataset.language = language;
root.lang = language;
applySettings();
for (const name of ["placeholder", "aria-label"]) {
  for (const node of document.querySelectorAll(`[data-${name}-${language}]`)) {
    node.setAttribute(name, node.getAttribute(`data-${name}-${language}`));
  }
}
document.title = document.querySelector(`h1 .in-${language}`).textContent;
document.getElementById("language")?.addEventListener("click", switchLanguage);

const find = document.getElementById("find");
const only = document.getElementById("only");
/** Its name and place, its faces, what people read in it; not who leads to it, for that is nearly everyone. */
const wordsOf = (node) => [...node.querySelectorAll("h3, .face-name, .message")].map((part) => part.textContent).join(" ");
const windows = [...document.querySelectorAll(".window")].map((node) => ({
  node,
  words: wordsOf(node).toLowerCase(),
  marked: node.matches(".wrong, .tight"),
}));

function filter() {
  const asked = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const {node, words, marked} of windows) {
    node.hidden = (only.checked && !marked) || !asked.every((word) => words.includes(word));
    count += node.hidden ? 0 : 1;
  }
  const filtered = asked.length > 0 || only.checked;
  for (const section of document.querySelectorAll(".dialog")) {
    const left = section.querySelector(".window:not([hidden])") !== null;
    section.hidden = !left;
    section.querySelector(".transitions")?.toggleAttribute("hidden", filtered);
    document.querySelector(`[data-feature="${section.id.slice(2)}"]`).parentNode.classList.toggle("empty", !left);
  }
  document.getElementById("count").textContent = count;
  document.getElementById("none").hidden = count > 0;
}

/** A link may lead to a window that the filter has put away; windows that come in sight take their size only then. */
function toGoal() {
  const goal = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!goal) return;
  if (goal.closest("[hidden]")) {
    find.value = "";
    only.checked = false;
    filter();
  }
  for (const wait of [0, 60, 240]) setTimeout(() => goal.scrollIntoView(), wait);
}

if (find) {
  find.addEventListener("input", filter);
  only.addEventListener("change", filter);
  addEventListener("hashchange", toGoal);
  if (find.value || only.checked) filter(); // as the browser has kept them
  toGoal();
}

for (const node of document.querySelectorAll(".node[data-row]")) {
  const drawing = node.closest(".outline");
  const touch = (on) => {
    drawing.classList.toggle("touching", on);
    for (const line of drawing.querySelectorAll(".line")) {
      line.classList.toggle("touched", on && line.dataset.rows.split(" ").includes(node.dataset.row));
    }
  };
  for (const [event, on] of [["pointerenter", true], ["pointerleave", false], ["focus", true], ["blur", false]]) {
    node.addEventListener(event, () => touch(on));
  }
}

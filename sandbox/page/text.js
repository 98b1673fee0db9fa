/** The words of a message. The server's `html` is the one thing put in as markup: it is made safe there. */
import { inWords, fromUnix } from "./dates.js";
import { h } from "./dom.js";
import { waits } from "./presses.js";
import { t } from "./words.js";

/** Up to three of them and nothing else are shown large. */
const FEW_EMOJI = /^(?:\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic}\ufe0f?)*){1,3}$/u;

export function words(message, acts) {
  const text = message.text ?? message.caption;
  if (!text && !message.html) return null;
  const node = h("div", {class: "words", testid: "text", dir: "auto"});
  if (typeof message.html === "string") node.innerHTML = message.html;
  else node.textContent = text;
  if (FEW_EMOJI.test(text ?? "")) node.classList.add("big");
  for (const link of node.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.addEventListener("click", (event) => acts.openLink(link, event));
  }
  for (const moment of node.querySelectorAll("time[data-unix]")) {
    moment.title = inWords(fromUnix(Number(moment.dataset.unix)));
  }
  node.querySelectorAll(".spoiler").forEach(spoiler);
  node.querySelectorAll("blockquote.expandable").forEach(unfolding);
  node.querySelectorAll(".bot-command").forEach((piece) => acting(piece, () => acts.sayCommand(piece.textContent)));
  node.querySelectorAll("code").forEach((piece) => !piece.closest("pre") && acting(piece, () => acts.copy(piece.textContent)));
  node.querySelectorAll("pre").forEach((piece) => copied(piece, acts));
  node.querySelectorAll(".rich .buttons a").forEach((link) => link.classList.add("inline-button"));
  node.querySelectorAll(".rich button").forEach((button, place) => richButton(button, place, message, acts));
  return node;
}

function acting(piece, act) {
  piece.tabIndex = 0;
  piece.setAttribute("role", "button");
  piece.addEventListener("click", (event) => act(event));
  piece.addEventListener("keydown", (event) => {
    if (event.target !== piece || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    act(event);
  });
}

/** Hidden from everybody until asked for: also from those who listen. */
function spoiler(piece) {
  const inside = h("span", {class: "spoiler-words", "aria-hidden": "true"});
  inside.append(...piece.childNodes);
  piece.append(inside);
  piece.setAttribute("aria-label", t("spoiler"));
  acting(piece, (event) => {
    if (piece.classList.contains("seen")) return;
    event.preventDefault(); // a link under it opens at the second tap
    event.stopPropagation();
    piece.classList.add("seen");
    inside.removeAttribute("aria-hidden");
    for (const name of ["aria-label", "role", "tabindex"]) piece.removeAttribute(name);
  });
}

/** A long quotation is folded; a button in its corner says so. */
function unfolding(piece) {
  const button = h("button", {class: "unfold", type: "button", "aria-expanded": "false", "aria-label": t("quote-unfold"),
    testid: "unfold"}, "⌄");
  const turn = () => {
    const seen = piece.classList.toggle("seen");
    button.setAttribute("aria-expanded", String(seen));
    button.textContent = seen ? "⌃" : "⌄";
  };
  button.addEventListener("click", (event) => { event.stopPropagation(); turn(); });
  piece.addEventListener("click", (event) => !event.target.closest("a, [role=button]") && turn());
  piece.append(button);
}

function copied(piece, acts) {
  const code = piece.textContent;
  piece.append(h("button", {class: "copy-code", type: "button", onclick: () => acts.copy(code)}, t("copy")));
}

/** A button in the middle of a rich message: it turns until answered, as those below do. */
function richButton(button, place, message, acts) {
  const {callback: data} = button.dataset;
  const key = `${message.chat?.id} ${message.message_id} rich.${place} ${data}`;
  button.classList.add("inline-button", `style-${button.className}`);
  button.dataset.key = key;
  if (waits(message.chat?.id, key)) {
    button.classList.add("waiting");
    button.setAttribute("aria-busy", "true");
  }
  if (data !== undefined && message.message_id) button.addEventListener("click", () => acts.press(message.message_id, data, key));
}

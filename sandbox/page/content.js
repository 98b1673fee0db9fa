/** What is inside a bubble: text, pictures, files and the rest of what a Message may hold. */
import { fileAddress } from "./api.js";
import { sizeInWords } from "./dates.js";
import { enlarge } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { t } from "./words.js";

const PICTURE_WIDTH = 400; // CSS pixels of the widest bubble picture

/** The smallest size that is still sharp, else the largest there is. */
function sharpEnough(sizes) {
  const rising = [...sizes].sort((a, b) => a.width - b.width);
  return rising.find((size) => size.width >= PICTURE_WIDTH * 2) ?? rising.at(-1);
}

function photo(sizes, {caption}) {
  const words = caption && oneLine(caption);
  const shown = sharpEnough(sizes);
  const largest = sizes.reduce((a, b) => (b.width > a.width ? b : a));
  const label = words ?? t("photo");
  const picture = h("img", {src: fileAddress(shown.file_id), alt: label, width: shown.width, height: shown.height,
    decoding: "async"});
  return h("button", {class: "picture", type: "button", testid: "photo",
    "aria-label": [t("photo-open"), words].filter(Boolean).join(": "),
    onclick: () => enlarge(fileAddress(largest.file_id), label)}, picture);
}

function file({file_id: id, file_name: name, file_size: size}, fallback) {
  const label = name ?? fallback;
  return h("a", {class: "file", href: fileAddress(id), download: label, testid: "document",
    "aria-label": `${t("download")}: ${label}`},
  h("span", {class: "file-icon"}, icon("file")),
  h("span", {class: "file-name"}, label),
  h("small", {class: "file-size"}, size === undefined ? t("download") : sizeInWords(size)));
}

function sticker(item) {
  if (item.is_animated) return h("p", {class: "lone"}, item.emoji ?? t("sticker"));
  const props = {src: fileAddress(item.file_id), width: 160, height: 160, class: "sticker", testid: "sticker"};
  return item.is_video
    ? h("video", {...props, autoplay: true, loop: true, muted: true, "aria-label": item.emoji ?? t("sticker")})
    : h("img", {...props, alt: item.emoji ?? t("sticker")});
}

const player = (tag, item, label) =>
  h(tag, {class: tag, src: fileAddress(item.file_id), controls: true, preload: "metadata", "aria-label": label});

const contact = (item) =>
  h("p", {class: "contact"}, h("strong", {}, [item.first_name, item.last_name].filter(Boolean).join(" ")), h("br"),
    item.phone_number);

const poll = (item) =>
  h("div", {class: "poll"}, h("strong", {}, item.question),
    h("ul", {}, item.options.map((option) =>
      h("li", {}, option.text, " ", h("small", {}, t("votes", {count: option.voter_count ?? 0}))))));

const place = (item) => h("p", {}, `${t("location")}: ${item.latitude}, ${item.longitude}`);

const KINDS = [
  ["photo", photo],
  ["animation", (item) => player("video", item, t("video"))],
  ["document", (item) => file(item, t("document"))],
  ["sticker", sticker],
  ["voice", (item) => player("audio", item, t("voice"))],
  ["audio", (item) => player("audio", item, item.title ?? t("audio"))],
  ["video", (item) => player("video", item, t("video"))],
  ["video_note", (item) => player("video", item, t("video"))],
  ["contact", contact],
  ["poll", poll],
  ["venue", (item) => h("p", {}, h("strong", {}, item.title), h("br"), item.address)],
  ["location", place],
  ["dice", (item) => h("p", {class: "lone"}, `${item.emoji} ${item.value}`)],
];

const kindOf = (message) => KINDS.find(([name]) => message[name]);

const oneLine = (words) => words.replace(/\s+/g, " ").slice(0, 120);

/** One line about a message, for a quote. */
export function inOneLine(message) {
  const words = message.text ?? message.caption;
  if (words) return oneLine(words);
  const kind = kindOf(message)?.[0] ?? "document";
  if (kind === "document") return message.document?.file_name ?? t("document");
  return t({animation: "video", video_note: "video", venue: "location", dice: "sticker"}[kind] ?? kind);
}

/** The server's `html` is the one thing put in as markup: it is made safe there. */
function words(message, acts) {
  const text = message.text ?? message.caption ?? message.rich_message;
  if (text === undefined && !message.html) return null;
  const node = h("div", {class: "words", testid: "text", dir: "auto"});
  if (message.html !== undefined && message.html !== null) node.innerHTML = message.html;
  else node.textContent = text;
  for (const link of node.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.addEventListener("click", (event) => acts.openLink(link, event));
  }
  const onActing = (selector, act) => node.querySelectorAll(selector).forEach((piece) => {
    piece.tabIndex = 0;
    piece.setAttribute("role", "button");
    piece.addEventListener("click", () => act(piece));
    piece.addEventListener("keydown", (event) => event.key === "Enter" && act(piece));
  });
  onActing(".spoiler", (piece) => piece.classList.add("seen"));
  onActing("blockquote.expandable", (piece) => piece.classList.toggle("seen"));
  onActing(".bot-command", (piece) => acts.sayCommand(piece.textContent));
  return node;
}

export function content(message, acts) {
  const kind = kindOf(message);
  const parts = [kind && kind[1](message[kind[0]], message), words(message, acts)];
  if (message.show_caption_above_media) parts.reverse();
  const shown = parts.filter(Boolean);
  return shown.length ? shown : [h("p", {class: "unsupported"}, t("unsupported"))];
}

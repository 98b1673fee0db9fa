/** Pictures, files and what plays. */
import { fileAddress } from "./api.js";
import { lengthInWords, sizeInWords } from "./dates.js";
import { h, icon } from "./dom.js";
import { oneLine } from "./gist.js";
import { t } from "./words.js";

const PICTURE_WIDTH = 400; // CSS pixels of the widest bubble picture

/** The smallest size that is still sharp, else the largest there is. */
function sharpEnough(sizes) {
  const rising = [...sizes].sort((a, b) => a.width - b.width);
  return rising.find((size) => size.width >= PICTURE_WIDTH * 2) ?? rising.at(-1);
}

export const largest = (sizes) => sizes.reduce((a, b) => (b.width > a.width ? b : a));

export function photo(sizes, message, acts) {
  const shown = sharpEnough(sizes);
  const words = message.caption && oneLine(message.caption);
  const veiled = Boolean(message.has_media_spoiler);
  const label = (key) => [t(key), words].filter(Boolean).join(": ");
  const picture = h("button", {class: `picture ${veiled ? "veiled" : ""}`, type: "button", testid: "photo",
    "aria-label": label(veiled ? "spoiler" : "photo-open"),
    onclick() {
      if (!picture.classList.contains("veiled")) return acts.openPhoto(message.message_id);
      picture.classList.remove("veiled");
      return picture.setAttribute("aria-label", label("photo-open"));
    }},
  h("img", {src: fileAddress(shown.file_id), alt: words ?? t("photo"), width: shown.width, height: shown.height,
    decoding: "async"}));
  return picture;
}

export function file({file_id: id, file_name: name, file_size: size}, fallback = t("document")) {
  const label = name ?? fallback;
  const ending = /\.(\w{1,4})$/.exec(label)?.[1];
  return h("a", {class: "file", href: fileAddress(id), download: label, testid: "document",
    "aria-label": [`${t("download")}: ${label}`, size !== undefined && sizeInWords(size)].filter(Boolean).join(", ")},
  h("span", {class: "file-icon"}, ending ? h("b", {}, ending.toLowerCase()) : icon("file")),
  h("span", {class: "file-name"}, label),
  h("small", {class: "file-size"}, size === undefined ? t("download") : sizeInWords(size)));
}

export function sticker(item) {
  if (item.is_animated) return h("p", {class: "lone"}, item.emoji ?? t("sticker"));
  const props = {src: fileAddress(item.file_id), width: 160, height: 160, class: "sticker", testid: "sticker"};
  return item.is_video
    ? h("video", {...props, autoplay: true, loop: true, muted: true, "aria-label": item.emoji ?? t("sticker")})
    : h("img", {...props, alt: item.emoji ?? t("sticker")});
}

const player = (tag, item, label, more = {}) =>
  h(tag, {class: `player ${tag}`, src: fileAddress(item.file_id), controls: true, preload: "metadata", "aria-label": label,
    ...more});

export const video = (item, label = t("video")) => player("video", item, label, {playsinline: true});
export const animation = (item) => player("video", item, t("animation"), {loop: true, playsinline: true});
export const videoNote = (item) => player("video", item, t("video"), {class: "player round-video", playsinline: true});

/** Says what it is and how long: a bare player does not. */
export const voice = (item) => sound(item, t("voice"), "mic");
export const audio = (item) =>
  sound(item, [item.performer, item.title].filter(Boolean).join(" — ") || item.file_name || t("audio"), "note");

function sound(item, label, sign) {
  const details = [item.duration && lengthInWords(item.duration), item.file_size && sizeInWords(item.file_size)];
  return h("div", {class: "sound", testid: "sound"},
    h("p", {class: "sound-name"}, icon(sign), h("span", {}, label), h("small", {}, details.filter(Boolean).join(", "))),
    player("audio", item, label));
}

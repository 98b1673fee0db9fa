/** What is inside a bubble: text, pictures, files and the rest of what a Message may hold. */
import { contact, dice, place, venue } from "./cards.js";
import { h } from "./dom.js";
import { animation, audio, file, photo, sticker, video, videoNote, voice } from "./media.js";
import { poll } from "./poll.js";
import { words } from "./text.js";
import { t } from "./words.js";

/** In this order: an animation comes with a document, a venue with a location. */
const KINDS = [
  ["photo", photo],
  ["animation", (item) => animation(item)],
  ["document", (item) => file(item)],
  ["sticker", (item) => sticker(item)],
  ["voice", (item) => voice(item)],
  ["audio", (item) => audio(item)],
  ["video", (item) => video(item)],
  ["video_note", (item) => videoNote(item)],
  ["contact", contact],
  ["poll", poll],
  ["venue", venue],
  ["location", (item) => place(item)],
  ["dice", dice],
];

export function content(message, acts) {
  const kind = KINDS.find(([name]) => message[name]);
  const parts = [kind && kind[1](message[kind[0]], message, acts), words(message, acts)];
  if (message.show_caption_above_media) parts.reverse();
  const shown = parts.filter(Boolean);
  return shown.length ? shown : [h("p", {class: "unsupported"}, t("unsupported"))];
}

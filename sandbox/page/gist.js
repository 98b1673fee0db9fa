/** One line about a message: for a quote, for the list of conversations. */
import { t } from "./words.js";

export const oneLine = (words) => words.replace(/\s+/g, " ").trim().slice(0, 120);

const NAMED = ["photo", "animation", "sticker", "voice", "audio", "video", "video_note", "contact", "poll", "venue",
  "location", "dice"];
const WORD = {video_note: "video", venue: "location", document: "document", rich_message: "message", pinned_message: "service-pin",
  write_access_allowed: "service-allowed", web_app_data: "service-data", users_shared: "service-shared",
  chat_shared: "service-shared", poll_option_added: "poll-option", message_auto_delete_timer_changed: "service-timer"};

/** The words of safe markup; its parts do not run into each other. */
function plainOf(html) {
  return new DOMParser().parseFromString(html.replaceAll("<", " <"), "text/html").body.textContent;
}

export function inOneLine(message) {
  const words = message.text ?? message.caption;
  if (words) return oneLine(words);
  if (message.rich_message) return oneLine(plainOf(message.html)) || t("message");
  const kind = NAMED.find((name) => message[name]);
  if (kind === "sticker" && message.sticker.emoji) return `${message.sticker.emoji} ${t("sticker")}`;
  if (kind === "poll") return `${t("poll")}: ${oneLine(message.poll.question)}`;
  if (kind === "dice") return message.dice.emoji;
  if (kind) return t(WORD[kind] ?? kind);
  return message.document ? message.document.file_name ?? t("document") : t("message");
}

/** The list of people names a message without words by its kind: "[photo]", "[pinned_message]" and the like. */
export function listLine(text) {
  const kind = /^\[(\w+)\]$/.exec(text)?.[1];
  if (!kind) return text;
  return t(WORD[kind] ?? (NAMED.includes(kind) ? kind : "message"));
}

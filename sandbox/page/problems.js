/** What the sandbox refuses, in the words of the page: those of the server are for whoever writes a program. */
import { t } from "./words.js";

const KNOWN = [
  [/too big for a photo/, "photo-too-big"],
  [/IMAGE_PROCESS_FAILED/, "photo-broken"],
  [/PHOTO_INVALID_DIMENSIONS/, "photo-shape"],
  [/caption/, "caption-too-long"],
  [/has blocked the bot/, "blocked-hint"],
  [/deactivated/, "deactivated"],
  [/no such button|button is disabled/, "button-gone"],
  [/message to reply to/, "reply-gone"],
  [/nothing is due/, "clock-none"],
  [/clock does not go back/, "clock-back"],
  [/clock goes at most/, "clock-far"],
];

/** `status`, `text`: of the answer. Whatever has no words here is shown as it came. */
export function problemInWords(status, text) {
  const known = KNOWN.find(([pattern]) => pattern.test(text ?? ""));
  if (known) return t(known[1]);
  return text ? t("refused", {text}) : `${t("server-silent")} (${status})`;
}

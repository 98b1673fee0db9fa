/** Links to the bot: `https://t.me/<bot>?start=<code>` and `tg://resolve?domain=<bot>&start=<code>`, as on a QR code. */
import { state } from "./state.js";

const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);
const CODE = /^[A-Za-z0-9_-]{1,64}$/;

/** `{bot, payload, app}`: whom the link leads to and what it hands over; null when it is no link to a bot. */
export function readBotLink(text) {
  const words = text.trim();
  const full = /^(?:t\.me|telegram\.(?:me|dog))\//i.test(words) ? `https://${words}` : words;
  let address;
  try {
    address = new URL(full);
  } catch {
    return null;
  }
  const query = address.searchParams;
  const web = ["http:", "https:"].includes(address.protocol) && HOSTS.has(address.hostname);
  const inside = address.protocol === "tg:" && /^(\/\/)?resolve\/?$/.test(`${address.host}${address.pathname}`);
  const bot = web ? address.pathname.replace(/^\/|\/$/g, "") : inside ? query.get("domain") : null;
  if (!bot || !/^[A-Za-z]\w{3,31}$/.test(bot)) return null;
  return {bot, payload: query.get("start") ?? "", app: query.has("startapp")};
}

export const isOurBot = (name) => name.toLowerCase() === (state.bot?.username ?? "").toLowerCase();

/** The payload of a link to this bot, "" for a bare one, null when the text is something else. */
export function ourPayload(text) {
  const link = readBotLink(text);
  return link && !link.app && isOurBot(link.bot) && (!link.payload || CODE.test(link.payload)) ? link.payload : null;
}

/** What a person pastes: a link or the bare code. `{payload}` or `{problem: key, bot?}`. */
export function readScanned(text) {
  const link = readBotLink(text);
  if (link && !isOurBot(link.bot)) return {problem: "link-of-another", bot: link.bot};
  const payload = link ? link.payload : text.trim();
  if (!link && !payload) return {problem: "link-unread"};
  return payload === "" || CODE.test(payload) ? {payload} : {problem: "link-unread"};
}

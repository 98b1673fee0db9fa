/** Reactions: under the message, and as the first line of its menu. */
import { h } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

const QUICK = ["👍", "❤", "🔥", "🎉", "👏", "🤔", "👎"];
const UNDRAWN = {custom_emoji: "✨", paid: "⭐"}; // pictures that only the messenger has

/** Heart and the like are text to a browser until they are asked to be pictures. */
const drawn = (emoji) => (/^\p{Emoji}$/u.test(emoji) && !/\p{Emoji_Presentation}/u.test(emoji) ? `${emoji}\ufe0f` : emoji);
const sign = (kind) => kind.emoji ?? UNDRAWN[kind.type];
const own = (given, personId) => given.find((one) => one.user_id === personId)?.reaction.map((kind) => kind.emoji) ?? [];

/** `acts`: marksOf(message), react(messageId, [emoji]). */
export function reactionsLine(message, acts) {
  const given = acts.marksOf(message).reactions;
  const counts = new Map();
  for (const kind of given.flatMap(({reaction}) => reaction)) counts.set(sign(kind), (counts.get(sign(kind)) ?? 0) + 1);
  if (!counts.size) return null;
  const mine = own(given, message.chat.id);
  return h("div", {class: "reactions", role: "group", "aria-label": t("reactions"), testid: "reactions"},
    [...counts].map(([emoji, count]) => h("button", {class: "reaction", type: "button", testid: "reaction",
      "aria-pressed": String(mine.includes(emoji)), title: whose(given, emoji),
      onclick: () => acts.react(message.message_id, mine.includes(emoji) ? [] : [emoji])},
    drawn(emoji), count > 1 && h("span", {}, count))));
}

function whose(given, emoji) {
  const by = given.filter(({reaction}) => reaction.some((kind) => sign(kind) === emoji));
  return by.map(({user_id: id}) => state.people.get(id)?.first_name ?? t("bot")).join(", ");
}

/** Seven that are asked for most, as a row of the message's menu. */
export function quickReactions(message, acts) {
  const mine = own(acts.marksOf(message).reactions, message.chat.id);
  return {row: QUICK.map((emoji) => ({label: drawn(emoji), testid: `react-${emoji}`, checked: mine.includes(emoji),
    act: () => acts.react(message.message_id, mine.includes(emoji) ? [] : [emoji])}))};
}

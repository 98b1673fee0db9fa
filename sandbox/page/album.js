/** Messages that were sent together: pictures in a grid, files in a list, words once below. */
import { content } from "./content.js";
import { h } from "./dom.js";
import { photo, video } from "./media.js";
import { words } from "./text.js";
import { t } from "./words.js";

/** How many pictures stand in each row. */
const ROWS = {2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 2, 3, 3]};

/** Neighbours of one album become one group; everything else stays alone. */
export function inGroups(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    const joins = message.media_group_id && last?.[0].media_group_id === message.media_group_id;
    if (joins) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

const isVisual = (message) => message.photo || message.video;

export function albumContent(group, acts) {
  const worded = group.filter((message) => message.caption);
  if (!group.every(isVisual)) return group.map((message) => content(message, acts)).flat();
  const grid = h("div", {class: "album", role: "group", "aria-label": t("album", {count: group.length}), testid: "album"});
  const rows = ROWS[group.length] ?? [];
  let at = 0;
  for (const many of rows) {
    for (const message of group.slice(at, at + many)) {
      const cell = h("div", {class: "album-cell"},
        message.photo ? photo(message.photo, message, acts) : video(message.video));
      cell.style.setProperty("--span", 6 / many);
      grid.append(cell);
    }
    at += many;
  }
  const caption = worded.length === 1 ? words(worded[0], acts) : null; // with several each is told by its picture
  return [grid, caption].filter(Boolean);
}

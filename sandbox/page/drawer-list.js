/** Lists that are drawn anew while somebody is in them by keyboard, or hears them read. */

/** Answers `draw(items, build)`. Nothing is touched when nothing has changed. The focus stays with the item of the same
 * `data-key`, else at the same place; when the list is empty it goes to `otherwise`. */
export function keptList(list, otherwise) {
  let drawn = "";
  return (items, build) => {
    const nodes = items.map(build);
    const likeness = nodes.map((node) => node.outerHTML).join("");
    if (likeness === drawn) return;
    drawn = likeness;
    const focus = placeIn(list);
    list.replaceChildren(...nodes);
    if (focus) (find(list, focus) ?? otherwise)?.focus({preventScroll: true});
  };
}

const buttons = (place) => [...place.querySelectorAll("button")];

function placeIn(list) {
  const held = document.activeElement;
  if (!list.contains(held)) return null;
  const item = held.closest("li");
  return {key: item.dataset.key, within: buttons(item).indexOf(held), at: buttons(list).indexOf(held)};
}

function find(list, {key, within, at}) {
  const item = key && [...list.children].find((one) => one.dataset.key === key);
  const all = buttons(list);
  return (item && buttons(item)[within]) ?? all[Math.min(at, all.length - 1)];
}

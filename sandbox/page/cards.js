/** Contact, place, dice: what a message holds beside words and files. */
import { h, icon } from "./dom.js";
import { initials } from "./faces.js";
import { t } from "./words.js";

export function contact(item) {
  const name = [item.first_name, item.last_name].filter(Boolean).join(" ");
  return h("div", {class: "contact", testid: "contact"},
    h("span", {class: "avatar hue-1", "aria-hidden": "true"}, initials(item)),
    h("p", {}, h("strong", {}, name), h("br"),
      h("a", {href: `tel:${item.phone_number.replace(/[^\d+]/g, "")}`}, item.phone_number)));
}

const degrees = (number) => number.toFixed(5);

/** No map is fetched: the sandbox works without the network. */
export const place = (item, title = t("location"), detail = "") =>
  h("div", {class: "place", testid: "place"}, h("span", {class: "file-icon"}, icon("pin")),
    h("p", {}, h("strong", {}, title), detail && h("span", {}, h("br"), detail), h("br"),
      h("a", {target: "_blank", rel: "noopener noreferrer",
        href: `https://www.openstreetmap.org/?mlat=${item.latitude}&mlon=${item.longitude}#map=16/${item.latitude}/${item.longitude}`},
      `${degrees(item.latitude)}, ${degrees(item.longitude)}`)));

export const venue = (item) => place(item.location ?? item, item.title, item.address);

export const dice = (item) => h("p", {class: "lone"}, `${item.emoji} ${item.value}`);

/** The pictures of a conversation, one at a time over the page: arrows go on, Escape closes. */
import { fileAddress } from "./api.js";
import { openDialog } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { largest } from "./media.js";
import { t } from "./words.js";

const tool = (name, label, testid, act) =>
  h("button", {class: `round ${testid}`, type: "button", "aria-label": label, title: label, testid, onclick: act}, icon(name));

/** `messages`: those with a photo, in order; `at`: the id of the one to begin with. */
export function viewPhotos(messages, at) {
  let now = messages.findIndex((message) => message.message_id === at);
  const picture = h("img", {class: "viewed"});
  const caption = h("p", {class: "viewer-caption"});
  const count = h("p", {class: "viewer-count", role: "status"});
  const save = h("a", {class: "round viewer-save", "aria-label": t("download"), title: t("download")}, icon("save"));
  const back = tool("left", t("photo-before"), "viewer-back", () => show(now - 1));
  const on = tool("right", t("photo-after"), "viewer-on", () => show(now + 1));
  const close = tool("close", t("close"), "viewer-close", () => dialog.close());
  const dialog = h("dialog", {class: "viewer", "aria-label": t("photo"), testid: "enlarged"},
    picture, caption, h("div", {class: "viewer-tools"}, count, save, close), back, on);

  function show(index) {
    if (!messages[index]) return;
    now = index;
    const {photo, caption: words} = messages[index];
    const address = fileAddress(largest(photo).file_id);
    picture.src = address;
    picture.alt = words ?? t("photo");
    caption.textContent = words ?? "";
    count.textContent = messages.length > 1 ? t("photo-count", {index: index + 1, count: messages.length}) : "";
    save.href = address;
    save.download = `photo-${messages[index].message_id}.jpg`;
    back.disabled = !messages[index - 1];
    on.disabled = !messages[index + 1];
    if ([back, on].includes(document.activeElement) && document.activeElement.disabled) close.focus();
  }

  dialog.addEventListener("keydown", (event) => {
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (step) show(now + step);
  });
  picture.addEventListener("click", () => dialog.close());
  show(now);
  openDialog(dialog);
  close.focus();
}

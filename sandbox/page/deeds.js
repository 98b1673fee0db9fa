/** What a person does with a message that stands there: the menu of a message. */
import { api } from "./api.js";
import { confirmBox, enterSends, field, formBox } from "./dialogs.js";
import { h } from "./dom.js";
import { voteBack } from "./poll.js";
import { quickReactions } from "./reactions.js";
import { isService } from "./service.js";
import { t } from "./words.js";

const LONGEST_TEXT = 4096;

/** Her own, with words to change: what a bot's result of inline mode says is not hers to change. */
export const editable = (message) =>
  !message.out && !message.forward_origin && !message.via_bot && message.text !== undefined;

/** `chat`: see conversation.js. `open`: whether there is a field to write in. */
export function deedsWith(message, chat, acts, open) {
  const words = message.text ?? message.caption;
  const pinned = chat.pinned.includes(message.message_id);
  return [
    open && !isService(message) && quickReactions(message, acts),
    open && {label: t("reply"), testid: "menu-reply", act: () => acts.reply(message)},
    words && !message.has_protected_content && {label: t("copy-text"), testid: "menu-copy", act: () => acts.copy(words)},
    open && voteBack(message, acts),
    open && editable(message) && {label: t("edit"), testid: "menu-edit", act: () => acts.edit(message)},
    open && !isService(message) && {label: t(pinned ? "unpin" : "pin"), testid: "menu-pin",
      act: () => acts.pin(message.message_id, !pinned)},
    open && {label: t("delete"), testid: "menu-delete", danger: true, act: () => acts.remove(message)},
  ].filter(Boolean);
}

export const askEdit = (personId, message) => formBox({
  title: t("edit-title"), submit: t("save"), testid: "edit-form",
  fields: [field(t("message"), enterSends(h("textarea", {name: "text", rows: "5", required: true, maxlength: LONGEST_TEXT,
    testid: "edit-text", autofocus: true, enterkeyhint: "send"}, message.text)))],
  act: (form) => api.edit(personId, message.message_id, form.get("text").trim().replaceAll("\r\n", "\n")),
});

/** In a conversation with a bot it goes from both sides. */
export async function askDelete(personId, message) {
  if (await confirmBox(t("delete-sure"), t("delete"))) await api.remove(personId, message.message_id);
}

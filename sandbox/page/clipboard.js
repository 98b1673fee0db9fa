/** What is copied is said. */
import { toast } from "./dialogs.js";
import { t } from "./words.js";

export async function copy(text, room) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copied", {text}), "good", room);
  } catch {
    toast(t("copy-failed", {text}), "plain", room);
  }
}

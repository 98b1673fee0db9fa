/** Pressed inline buttons that wait for the bot's answer. */
import { api } from "./api.js";
import { toast } from "./dialogs.js";
import { fullName, state } from "./state.js";
import { t } from "./words.js";

const PATIENCE = 15_000; // milliseconds until a press counts as unanswered
const waiting = new Map(); // person id → Map(key of the pressed button → its timer)

export const waits = (personId, key) => waiting.get(personId)?.has(key) ?? false;

function mark(key, on) {
  for (const button of document.querySelectorAll(".inline-button")) {
    if (button.dataset.key !== key) continue;
    button.classList.toggle("waiting", on);
    button.setAttribute("aria-busy", String(on));
  }
}

function stopWaiting(personId, key) {
  clearTimeout(waiting.get(personId)?.get(key));
  waiting.get(personId)?.delete(key);
  mark(key, false);
}

/** An answer does not name its button, and the bot answers one person's presses together: all stop waiting. */
export function pressesAnswered(personId) {
  for (const key of [...(waiting.get(personId)?.keys() ?? [])]) stopWaiting(personId, key);
}

/** One press at a time for each button, as clients do while the ring turns. `room(personId)`: where to tell what
 * came of it, null when that conversation is not open. */
export async function press({personId, messageId, data, key, room}) {
  if (waits(personId, key)) return;
  if (state.people.get(personId)?.blocked) return toast(t("blocked-hint"), "bad", room(personId));
  const timer = setTimeout(() => {
    stopWaiting(personId, key);
    const name = fullName(state.people.get(personId));
    const shown = room(personId);
    if (shown) toast(t("no-answer"), "bad", shown);
    else toast(t("no-answer-of", {name}), "bad");
  }, PATIENCE);
  waiting.set(personId, (waiting.get(personId) ?? new Map()).set(key, timer));
  mark(key, true);
  try {
    await api.press(personId, messageId, data);
  } catch (error) {
    stopWaiting(personId, key);
    if (room(personId)) toast(error.message, "bad", room(personId));
  }
}

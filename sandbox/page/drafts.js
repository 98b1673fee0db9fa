/** What somebody has begun to write and not sent, for each conversation: it outlives a reload. */
import { changed } from "./state.js";

const key = (personId) => `sandbox-draft-${personId}`;
const EMPTY = {text: "", replyTo: null};

export function draftOf(personId) {
  try {
    return {...EMPTY, ...JSON.parse(localStorage.getItem(key(personId)) ?? "{}")};
  } catch {
    return EMPTY;
  }
}

/** `{text, replyTo}`: the words, and the id of the message that they answer. */
export function keepDraft(personId, draft) {
  const before = draftOf(personId).text;
  if (draft.text || draft.replyTo) localStorage.setItem(key(personId), JSON.stringify(draft));
  else localStorage.removeItem(key(personId));
  if (before !== draft.text) changed("draft", personId);
}

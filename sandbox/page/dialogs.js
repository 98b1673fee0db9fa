/** What lies over the page: toasts, the alert of a callback answer, questions, small forms. */
import { byId, h } from "./dom.js";
import { t } from "./words.js";

/** One at a time in a place, as in the messengers: a newer one takes the place of the older.
 * `room`: the notes of one conversation; without it they lie over the page. */
export function toast(text, kind = "plain", room = byId("toasts")) {
  const note = h("div", {class: `toast ${kind}`, testid: "toast"}, text);
  room.replaceChildren(note);
  note.addEventListener("click", () => note.remove());
  setTimeout(() => note.remove(), 3500 + 50 * text.length);
}

export const clearToasts = () => document.querySelectorAll(".toasts").forEach((room) => room.replaceChildren());

/** Runs an action and shows its error as a toast; the answer is undefined when it failed. */
export async function orToast(action) {
  try {
    return await action();
  } catch (error) {
    toast(error.message, "bad");
    return undefined;
  }
}

/** Shows a dialog until it is closed; the focus goes back to where it was. */
export function openDialog(dialog) {
  const back = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (back?.isConnected) back.focus({preventScroll: true});
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  return dialog;
}

export function alertBox(text) {
  openDialog(h("dialog", {class: "box", role: "alertdialog", "aria-describedby": "alert-text", testid: "alert"},
    h("p", {id: "alert-text", class: "box-text"}, text),
    h("form", {method: "dialog", class: "box-actions"},
      h("button", {class: "action strong", autofocus: true, testid: "alert-ok"}, t("understood")))));
}

/** Asks before something that leaves the page; answers whether it was wanted. */
export function confirmBox(text, yes) {
  return new Promise((resolve) => {
    const dialog = h("dialog", {class: "box", role: "alertdialog", "aria-describedby": "confirm-text", testid: "confirm"},
      h("p", {id: "confirm-text", class: "box-text"}, text),
      h("form", {method: "dialog", class: "box-actions"},
        h("button", {class: "action", value: ""}, t("cancel")),
        h("button", {class: "action strong", value: "yes", autofocus: true, testid: "confirm-yes"}, yes)));
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"));
    openDialog(dialog);
  });
}

export const field = (label, control, hint) =>
  h("label", {class: "field"}, h("span", {}, label), control, hint && h("small", {}, hint));

/** Enter sends the form of this field, with Shift it is a new line: as in the field of the conversation. */
export function enterSends(area) {
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    area.form.requestSubmit();
  });
  return area;
}

/** A form in a dialog, open until `act(FormData)` succeeds: nothing is typed twice. Answers what that returned,
 * undefined when the form was left. */
export function formBox({title, fields, submit, testid, act}) {
  return new Promise((resolve) => {
    let answer;
    const heading = h("h2", {class: "box-title", id: "box-title"}, title);
    const problem = h("p", {class: "box-problem", role: "alert", testid: "problem"});
    const send = h("button", {class: "action strong", type: "submit"}, submit);
    const form = h("form", {method: "dialog"}, heading, ...fields, problem,
      h("div", {class: "box-actions"},
        h("button", {class: "action", type: "button", onclick: () => dialog.close()}, t("cancel")), send));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.textContent = "";
      send.disabled = true;
      try {
        answer = await act(new FormData(form));
        dialog.close();
      } catch (error) {
        problem.textContent = error.message;
        problem.scrollIntoView({block: "nearest"});
      } finally {
        send.disabled = false;
      }
    });
    const dialog = h("dialog", {class: "box", "aria-labelledby": "box-title", testid}, form);
    dialog.addEventListener("close", () => resolve(answer));
    openDialog(dialog);
  });
}

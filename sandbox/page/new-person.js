/** Somebody who was not in the play yet. */
import { api } from "./api.js";
import { field, formBox } from "./dialogs.js";
import { h } from "./dom.js";
import { state } from "./state.js";
import { language, t } from "./words.js";

/** Answers the person, undefined when the form was left. */
export async function addPerson() {
  const option = (value, label) => h("option", {value, selected: value === language}, label);
  const person = await formBox({
    title: t("new-person"), submit: t("create"), testid: "new-person-form",
    fields: [
      field(t("first-name"), h("input", {name: "first_name", required: true, maxlength: "64", pattern: ".*\\S.*"})),
      field(t("last-name"), h("input", {name: "last_name", maxlength: "64"})),
      field(t("language"), h("select", {name: "language_code"}, option("ru", t("russian")), option("en", t("english")))),
      field(t("note"), h("input", {name: "note", maxlength: "200"})),
    ],
    act(form) {
      const fields = {pinned: true};
      for (const [name, value] of form) if (value.trim()) fields[name] = value.trim();
      return api.addPerson(fields);
    },
  });
  if (person) state.people.set(person.id, person);
  return person;
}

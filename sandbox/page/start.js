/** The first word of a conversation: Start, plain or with the payload of a deep link. */
import { api } from "./api.js";
import { field, formBox, orToast } from "./dialogs.js";
import { h } from "./dom.js";
import { t } from "./words.js";

export const start = (personId, payload) => orToast(() => api.start(personId, payload));

export async function askPayload(personId) {
  const code = h("input", {name: "payload", required: true, pattern: "[A-Za-z0-9_\\-]{1,64}", maxlength: "64",
    autocomplete: "off", autocapitalize: "off", spellcheck: "false", testid: "start-payload"});
  await formBox({
    title: t("start-code-title"), submit: t("start"), testid: "start-code-form",
    fields: [field(t("start-code-label"), code, t("start-code-hint"))],
    act: (answer) => api.start(personId, answer.get("payload")),
  });
}

export const startButtons = (personId) => [
  h("button", {class: "action strong big", type: "button", testid: "start", onclick: () => start(personId)}, t("start")),
  h("button", {class: "action", type: "button", testid: "start-code", onclick: () => askPayload(personId)},
    t("start-code")),
];

export const startPanel = (person) =>
  h("div", {class: "start-panel"}, h("p", {}, person.started ? "" : t("start-hint")));

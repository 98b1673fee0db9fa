/** The first word of a conversation: Start, plain or with what a link or a QR code hands over. */
import { api } from "./api.js";
import { field, formBox, orToast } from "./dialogs.js";
import { h } from "./dom.js";
import { ourPayload, readScanned } from "./links.js";
import { state } from "./state.js";
import { t } from "./words.js";

export const start = (personId, payload) => orToast(() => api.start(personId, payload));

/** The camera of the sandbox: a QR code is nothing but a link. */
export async function askPayload(personId) {
  const code = h("input", {name: "payload", required: true, autocomplete: "off", autocapitalize: "off",
    spellcheck: "false", inputmode: "url", testid: "start-payload",
    placeholder: `https://t.me/${state.bot?.username ?? "…"}?start=…`});
  await formBox({
    title: t("start-code-title"), submit: t("start"), testid: "start-code-form",
    fields: [field(t("start-code-label"), code, t("start-code-hint"))],
    act(answer) {
      const {payload, problem, bot} = readScanned(answer.get("payload"));
      if (problem) throw new Error(t(problem, {bot}));
      return api.start(personId, payload);
    },
  });
}

/** A link to the bot itself acts as in the messenger: Start with what it carries. */
export function followLink(personId, {link, event}) {
  const payload = ourPayload(link.href);
  if (payload === null) return;
  event.preventDefault();
  start(personId, payload);
}

export const startButtons = (personId) => [
  h("button", {class: "action strong big", type: "button", testid: "start", onclick: () => start(personId)}, t("start")),
  h("button", {class: "action", type: "button", testid: "start-code", onclick: () => askPayload(personId)},
    t("start-code")),
];

/** What the messenger shows in an empty conversation: what the bot says of itself. */
export function startPanel() {
  const {name, description} = state.bot ?? {};
  return h("div", {class: "start-panel", testid: "start-panel"},
    name && h("h2", {class: "start-name"}, name),
    description ? h("p", {class: "start-words"}, description) : h("p", {}, t("start-hint")));
}

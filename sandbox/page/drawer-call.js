/** One call of the Bot API: a line, and on demand the whole JSON of request and answer. */
import { toast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { look } from "./drawer-api.js";
import { nameOf } from "./due.js";
import { t } from "./words.js";

export const isBad = (call) => !call.ok || call.lint.length > 0;

const SAID_ELSEWHERE = new Set(["chat_id", "callback_query_id", "parse_mode"]);

function inShort({params}) {
  const parts = Object.entries(params).filter(([name]) => !SAID_ELSEWHERE.has(name));
  return parts.map(([name, value]) => (name === "text" || name === "caption" ? value : `${name}: ${value}`)).join(" · ");
}

export function callRow(call) {
  const whole = h("div", {class: "call-whole", hidden: true, testid: "call-whole"});
  const button = h("button", {class: "call-line", type: "button", "aria-expanded": "false", testid: "call-line",
    onclick: () => unfold(call, button, whole)},
  h("span", {class: "call-method"}, call.method),
  h("span", {class: "call-who"}, nameOf(call.person_id) ?? ""),
  h("span", {class: "call-ms"}, t("ms", {count: call.ms})),
  h("span", {class: "call-params"}, inShort(call)),
  !call.ok && h("span", {class: "call-error", testid: "call-error"}, call.description || t("call-cut")),
  call.lint.map((line) => h("span", {class: "call-lint", testid: "call-lint"}, line)));
  return h("div", {class: `call${isBad(call) ? " bad" : ""}${call.ok ? "" : " failed"}`, testid: "call"}, button, whole);
}

async function unfold(call, button, whole) {
  const open = whole.hidden;
  whole.hidden = !open;
  button.setAttribute("aria-expanded", String(open));
  if (!open || whole.childElementCount) return;
  let record;
  try {
    record = await look.call(call.n);
  } catch (error) {
    whole.replaceChildren(h("p", {class: "drawer-hint"}, error.status === 404 ? t("call-forgotten") : error.message));
    return;
  }
  whole.replaceChildren(
    h("div", {class: "call-tools"},
      h("span", {class: "call-label"}, t("call-request")),
      h("button", {class: "quiet", type: "button", testid: "call-curl", onclick: () => copy(curl(record))}, icon("copy"), "curl")),
    json(t("call-request"), opened(record.params)),
    h("span", {class: "call-label"}, t("call-answer")),
    record.answer ? json(t("call-answer"), record.answer) : h("p", {class: "drawer-hint"}, t("call-no-answer")));
}

const json = (label, value) => h("pre", {class: "json", tabindex: "0", "aria-label": label}, JSON.stringify(value, null, 2));

/** Objects that came as a string of JSON are shown as objects. */
function opened(params) {
  const open = (value) => {
    if (typeof value !== "string" || !/^[[{]/.test(value)) return value;
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, open(value)]));
}

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** For curl itself a semicolon or a comma ends a file's name, unless it stands in quotation marks. */
const inCurl = (name) => (/[;,"\\]/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name);

/** A command that makes the same call again; files are looked for under their names in the present folder. */
export function curl({path, params, files}) {
  const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  const plain = Object.entries(params)
    .filter(([name, value]) => value !== `attach://${name}` || !files[name])
    .map(([name, value]) => `--form-string ${quoted(`${name}=${text(value)}`)}`);
  const uploads = Object.entries(files).map(([part, name]) => `-F ${quoted(`${part}=@${inCurl(name)}`)}`);
  return ["curl -sS", quoted(location.origin + path), ...plain, ...uploads].join(" ");
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("curl-copied"), "good");
  } catch {
    toast(t("copy-failed", {text}));
  }
}

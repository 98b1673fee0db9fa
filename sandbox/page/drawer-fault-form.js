/** A fault of any kind: what is left empty is left to the server. */
import { h } from "./dom.js";
import { t } from "./words.js";

const METHODS = [
  "send*", "*", "edit*", "sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup", "editMessageText", "editMessageReplyMarkup",
  "deleteMessage", "answerCallbackQuery", "copyMessage", "getFile", "getUpdates", "getMe",
];

const line = (key, control) => h("label", {class: "drawer-pick"}, h("span", {}, t(key)), control);
const number = (name, props) => h("input", {type: "number", name, min: "0", inputmode: "numeric", testid: `fault-in-${name}`, ...props});

/** `order(fault)` is called with the fields that were filled in. */
export function faultForm(order) {
  const methods = h("datalist", {id: "fault-methods"}, METHODS.map((name) => h("option", {value: name})));
  const form = h("form", {class: "fault-form"}, methods,
    line("fault-method", h("input", {name: "method", list: "fault-methods", required: true, value: "send*", autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", pattern: "[A-Za-z]+\\*?|\\*", testid: "fault-in-method"})),
    line("fault-when", h("select", {name: "when"},
      h("option", {value: "before"}, t("fault-before")), h("option", {value: "after"}, t("fault-after")))),
    line("fault-status", number("status", {max: "599", placeholder: "500"})),
    line("fault-description", h("input", {name: "description", autocomplete: "off", placeholder: "Internal Server Error"})),
    line("fault-retry-after", number("retry_after", {})),
    line("fault-delay", number("delay", {step: "0.1", max: "600"})),
    line("fault-body", h("select", {name: "body"}, h("option", {value: ""}, t("fault-whole")),
      ["html", "invalid", "half"].map((kind) => h("option", {value: kind}, t(`fault-in-${kind}`))))),
    line("fault-deed", h("select", {name: "person_does"}, h("option", {value: ""}, t("fault-nothing")),
      ["block", "deactivate"].map((deed) => h("option", {value: deed}, t(`fault-in-${deed}`))))),
    line("fault-times", number("times", {min: "1", max: "10000", value: "1", required: true})),
    h("button", {class: "action strong", type: "submit", testid: "fault-order"}, t("fault-order")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    order(read(form));
  });
  return h("details", {class: "fault-more"}, h("summary", {}, t("fault-more")), form);
}

const NUMBERS = new Set(["status", "retry_after", "delay", "times"]);

function read(form) {
  const fault = {};
  for (const [name, value] of new FormData(form)) {
    if (value.trim() !== "") fault[name] = NUMBERS.has(name) ? Number(value) : value.trim();
  }
  return fault;
}

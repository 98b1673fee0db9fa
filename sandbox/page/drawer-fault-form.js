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
  const every = line("fault-every", number("every", {min: "1", max: "10000", value: "3"}));
  const probability = line("fault-probability", number("probability", {min: "1", max: "100", value: "30"}));
  const times = number("times", {min: "1", max: "10000", value: "1", placeholder: t("fault-for-ever")});
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
    line("fault-which", h("select", {name: "which", testid: "fault-in-which", onchange: (event) => askHowOften(event.target.value)},
      ["each", "every", "probability"].map((which) => h("option", {value: which}, t(`fault-which-${which}`))))),
    every, probability,
    line("fault-times", times),
    h("button", {class: "action strong", type: "submit", testid: "fault-order"}, t("fault-order")));
  askHowOften("each");
  function askHowOften(which) {
    for (const [name, asked] of [["every", every], ["probability", probability]]) {
      asked.hidden = asked.querySelector("input").disabled = name !== which;
      asked.querySelector("input").required = name === which;
    }
    times.value = which === "each" ? "1" : "";
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    order(read(form));
  });
  return h("details", {class: "fault-more"}, h("summary", {}, t("fault-more")), form);
}

const NUMBERS = new Set(["status", "retry_after", "delay", "times", "every", "probability"]);
const PER_CENT = 100;

function read(form) {
  const fault = {times: null};
  const given = new FormData(form);
  given.delete("which");
  for (const [name, value] of given) {
    if (value.trim() !== "") fault[name] = NUMBERS.has(name) ? Number(value) : value.trim();
  }
  if (fault.probability) fault.probability /= PER_CENT;
  return fault;
}

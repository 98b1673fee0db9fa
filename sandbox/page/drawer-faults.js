/** Failures on order: the usual ones by one tap, any other by a form, and what is still to strike. */
import { orToast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { look, soon } from "./drawer-api.js";
import { keptList } from "./drawer-list.js";
import { faultForm } from "./drawer-fault-form.js";
import { nameOf } from "./due.js";
import { serverSwitches } from "./drawer-server.js";
import { state, when } from "./state.js";
import { t } from "./words.js";

const SENDING = "send*";
const USUAL = {
  "429": {method: SENDING, retry_after: 5},
  "lost": {method: SENDING, status: 0, when: "after"},
  "cut": {method: SENDING, status: 0},
  "502": {method: SENDING, body: "html"},
  "blocked": {method: SENDING, person_does: "block"},
  "slow": {method: "*", delay: 5},
};

export function faultsSection() {
  const whom = h("select", {testid: "fault-person"});
  const list = h("ul", {class: "fault-list", "aria-live": "polite", "aria-label": t("fault-list"), testid: "fault-list"});
  const none = h("p", {class: "drawer-hint"}, t("fault-none"));
  const clear = h("button", {class: "action", type: "button", testid: "fault-clear", onclick: () => replace([])}, t("fault-clear"));
  const heading = h("h3", {tabindex: "-1", testid: "fault-heading"}, t("fault-list"));
  const switches = serverSwitches();
  const panel = h("section", {},
    h("p", {class: "drawer-hint"}, t("fault-hint")),
    h("label", {class: "drawer-pick"}, h("span", {}, t("fault-person")), whom),
    h("div", {class: "fault-usual"}, Object.entries(USUAL).map(([name, fault]) =>
      h("button", {class: "action", type: "button", testid: `fault-${name}`, onclick: () => order({...fault, person_id: chosen()})},
        t(`fault-${name}`)))),
    faultForm((fault) => order({...fault, person_id: chosen()})),
    heading, none, list, clear, switches.node);
  const drawList = keptList(list, heading);
  let ordered = [];
  let shown = false;

  const chosen = () => Number(whom.value) || null;

  function fillPeople() {
    const kept = whom.value;
    const ids = new Set([state.personId, ...[...state.people.values()].filter((one) => one.pinned).map((one) => one.id)]);
    const options = [...ids].filter(nameOf).map((id) => h("option", {value: String(id)}, nameOf(id)));
    if (options.map((one) => one.text).join("\n") === [...whom.options].slice(1).map((one) => one.text).join("\n")) return;
    whom.replaceChildren(h("option", {value: ""}, t("fault-anybody")), ...options);
    whom.value = ids.has(Number(kept)) ? kept : "";
  }

  async function order(fault) {
    const answer = await orToast(async () => look.orderFaults([...(await look.faults()).map(asOrdered), fault]));
    if (answer) draw(answer);
  }

  const replace = async (faults) => draw(await orToast(() => look.orderFaults(faults)) ?? ordered);
  const load = async () => draw(await orToast(look.faults) ?? ordered);

  /** What stands there now: meanwhile some may have struck for the last time. */
  async function withdraw(fault) {
    const now = await orToast(look.faults) ?? [];
    const at = now.findIndex((one) => inWords(one) === inWords(fault));
    await replace(now.filter((_, index) => index !== at).map(asOrdered));
  }

  function draw(faults) {
    const cleared = document.activeElement === clear && !faults.length;
    ordered = faults;
    none.hidden = faults.length > 0;
    clear.hidden = faults.length === 0;
    drawList(faults, row);
    if (cleared) heading.focus({preventScroll: true});
  }

  const row = (fault) => h("li", {class: "fault", testid: "fault"},
    h("span", {class: "fault-what"}, inWords(fault)),
    h("span", {class: "fault-left"}, fault.times === null ? t("fault-for-ever") : t("fault-left", {count: fault.times})),
    h("button", {class: "round", type: "button", "aria-label": t("fault-withdraw", {what: inWords(fault)}),
      onclick: () => withdraw(fault)}, icon("close")));

  const struck = soon(() => shown && load(), 250);
  when("clock", () => { if (shown) fillPeople(); });
  when("person", () => { if (shown) fillPeople(); });
  return {
    panel,
    show() { shown = true; fillPeople(); load(); switches.load(); },
    hide() { shown = false; },
    onEvent(name) {
      if (!shown) return;
      if (name === "connected") switches.load();
      if (name === "connected" || ordered.length) struck();
    },
  };
}

/** As it is posted: the server itself counts what has struck. */
const asOrdered = ({met, struck, ...fault}) => fault;

function inWords(fault) {
  const {method, status, description, retry_after: pause, when: moment, person_id: id, delay, body, person_does: deed,
    every, probability} = fault;
  const what = {"send*": t("fault-any-sending"), "*": t("fault-any-call")}[method] ?? method;
  const slow = delay > 0 && t("fault-in-delay", {count: delay});
  const error = pause ? `429, ${t("fault-in-pause", {count: pause})}`
    : status === 0 ? t(moment === "after" ? "fault-in-lost" : "fault-in-cut")
      : status || description ? [status, description].filter(Boolean).join(" ")
        : body === "html" ? "502" : !slow && !deed && !body && "500";
  const late = moment === "after" && status !== 0 && error && t("fault-in-after");
  const often = every ? t("fault-in-every", {count: every})
    : probability && t("fault-in-probability", {count: Math.round(probability * 100)});
  return [what, often, error, deed && t(`fault-in-${deed}`), body && t(`fault-in-${body}`), late, slow, id && (nameOf(id) ?? id)].filter(Boolean).join(" · ");
}

/** Calls of the Bot API, step by step: what a person did, and what the bot asked of the messenger because of it. */
import { h } from "./dom.js";
import { callRow, isBad } from "./drawer-call.js";
import { look } from "./drawer-api.js";
import { inShort, timeOf } from "./dates.js";
import { nameOf } from "./due.js";
import { state } from "./state.js";
import { toast } from "./dialogs.js";
import { t } from "./words.js";

const STEPS = 20;
const ROWS = 300; // of all steps together; an announcement makes a thousand calls
const KEPT = "sandbox-calls-bad";

export function callsSection() {
  const only = h("input", {type: "checkbox", testid: "calls-bad", onchange: filter});
  only.checked = localStorage.getItem(KEPT) === "1";
  const empty = h("p", {class: "drawer-hint"}, t("calls-none"));
  const list = h("div", {class: "steps", testid: "steps"});
  const panel = h("section", {}, h("label", {class: "drawer-check"}, only, t("calls-bad")), empty, list);
  const mark = h("span", {class: "drawer-mark", hidden: true, testid: "calls-mark"});
  const steps = new Map();
  let rows = [];
  let meanwhile = null;
  let loaded = false;
  filter();

  function filter() {
    localStorage.setItem(KEPT, only.checked ? "1" : "0");
    list.classList.toggle("only-bad", only.checked);
  }

  function addStep(step) {
    if (steps.has(step.n)) return;
    const shown = stepBlock(step);
    for (const {node} of steps.values()) if (!inUse(node)) node.open = false;
    steps.set(step.n, shown);
    list.prepend(shown.node);
    empty.hidden = true;
    mark.hidden = true;
    for (const n of [...steps.keys()].slice(0, -STEPS)) forget(n);
  }

  function forget(n) {
    const {node} = steps.get(n);
    const held = node.contains(document.activeElement);
    node.remove();
    if (held) list.lastElementChild.firstElementChild.focus({preventScroll: true});
    steps.delete(n);
    rows = rows.filter((row) => row.step !== n);
  }

  function addCall(call) {
    if (rows.some((row) => row.n === call.n)) return;
    if (!steps.has(call.step)) addStep({n: call.step, act: "before", person_id: null, words: "", at: null});
    steps.get(call.step).add(call);
    rows.push(call);
    if (isBad(call) && !call.ok) showMark();
    if (rows.length > ROWS) steps.get(rows.shift().step)?.dropOldest();
  }

  function showMark() {
    const failed = rows.filter((row) => row.step === rows.at(-1).step && !row.ok).length;
    mark.hidden = !failed;
    mark.textContent = String(failed);
    mark.setAttribute("aria-label", t("calls-failed", {count: failed}));
  }

  /** What happens while the answer is under way is not in it. */
  async function load() {
    const heard = meanwhile = [];
    try {
      const {steps: given, calls} = await look.steps();
      if (heard !== meanwhile) return; // asked anew since
      rows = [];
      steps.clear();
      list.replaceChildren();
      given.forEach(addStep);
      calls.forEach(addCall);
      meanwhile = null;
      heard.forEach(hear);
      loaded = true;
    } catch (error) {
      toast(error.message, "bad");
    } finally {
      if (meanwhile === heard) meanwhile = null;
    }
  }

  function hear([name, data]) {
    meanwhile?.push([name, data]);
    if (name === "step") addStep(data);
    else addCall(data);
  }

  return {
    panel, mark,
    show() { if (!loaded) load(); },
    hide() {},
    onEvent(name, data) {
      if (name === "connected") loaded ? load() : null;
      else hear([name, data]);
    },
  };
}

/** Somebody is in it by keyboard, or reads a call that was unfolded. */
const inUse = (node) => node.contains(document.activeElement) || node.querySelector('[aria-expanded="true"]') !== null;

function stepBlock(step) {
  const sum = h("span", {class: "step-sum"});
  const body = h("div", {class: "step-calls"});
  const node = h("details", {class: "step", testid: "step", open: true},
    h("summary", {}, h("span", {class: "step-what"}, stepInWords(step)), sum), body);
  const began = step.act !== "clock" && step.at; // a turn is named by the moment that it leads to
  let count = 0;
  let failed = 0;
  let lint = 0;
  const told = () => {
    const words = [t("calls-count", {count}), failed && t("calls-failed", {count: failed}), lint && t("calls-lint", {count: lint})];
    sum.textContent = [began && timeOf(new Date(began)), ...words].filter(Boolean).join(" · ");
    node.classList.toggle("bad", failed + lint > 0);
    node.classList.toggle("failed", failed > 0);
  };
  told();
  return {
    node,
    add(call) {
      count += 1;
      failed += call.ok ? 0 : 1;
      lint += call.lint.length ? 1 : 0;
      body.append(callRow(call));
      told();
    },
    dropOldest: () => body.firstElementChild?.remove(),
  };
}

function stepInWords({act, person_id: id, words}) {
  if (act === "clock") return t("step-clock", {moment: inShort(new Date(words))});
  const who = nameOf(id) ?? (state.people.size ? t("step-somebody") : "");
  return t(`step-${act}`, {who, words: words.length > 60 ? `${words.slice(0, 59)}…` : words});
}

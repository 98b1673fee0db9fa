/** What stands beside the conversation: clock, calls, faults, outbox. One section is shown, and remembered. */
import { showAside } from "./aside.js";
import { byId, h, icon } from "./dom.js";
import { callsSection } from "./drawer-calls.js";
import { clockSection } from "./drawer-clock.js";
import { faultsSection } from "./drawer-faults.js";
import { outboxSection } from "./drawer-outbox.js";
import { when } from "./state.js";
import { t } from "./words.js";

const KEPT = "sandbox-drawer-section";
const narrow = matchMedia("(max-width: 760px)");
const place = byId("drawer");
const tabs = h("div", {class: "drawer-tabs", role: "tablist", "aria-label": t("drawer")});
const sections = new Map();
let open = false;
let current = null;

/** `section`: {panel, show(), hide(), onEvent?(name, data)}; it works only while it is shown. */
function add(name, section) {
  const tab = h("button", {class: "drawer-tab", type: "button", role: "tab", id: `drawer-tab-${name}`,
    "aria-controls": `drawer-${name}`, testid: `drawer-tab-${name}`, onclick: () => choose(name)},
  t(`drawer-${name}`), section.mark);
  section.panel.id = `drawer-${name}`;
  section.panel.setAttribute("role", "tabpanel");
  section.panel.setAttribute("aria-labelledby", tab.id);
  section.panel.classList.add("drawer-panel");
  tabs.append(tab);
  sections.set(name, {...section, tab});
}

export function buildDrawer() {
  add("clock", clockSection());
  add("calls", callsSection());
  add("faults", faultsSection());
  add("outbox", outboxSection());
  place.append(
    h("div", {class: "drawer-top"},
      h("h2", {class: "drawer-title"}, t("drawer-title")),
      h("button", {class: "round", type: "button", "aria-label": t("drawer-close"), testid: "drawer-close", onclick: close},
        icon("close"))),
    tabs, ...[...sections.values()].map(({panel}) => panel));
  tabs.addEventListener("keydown", walk);
  narrow.addEventListener("change", coverRest);
  when("drawer", (shown) => {
    open = shown;
    const kept = localStorage.getItem(KEPT);
    choose(sections.has(kept) ? kept : "clock");
    coverRest();
  });
  when("choose", () => { if (open && narrow.matches) close(); });
  when("step", (data) => tell("step", data));
  when("call", (data) => tell("call", data));
  when("connected", () => tell("connected"));
}

function close() {
  showAside(false);
  document.querySelector('[aria-controls="drawer"]').focus();
}

function choose(name) {
  current = name;
  localStorage.setItem(KEPT, name);
  for (const [key, {tab, panel, show, hide}] of sections) {
    const chosen = key === name;
    tab.setAttribute("aria-selected", String(chosen));
    tab.tabIndex = chosen ? 0 : -1;
    panel.hidden = !chosen;
    if (chosen && open) show();
    else hide();
  }
}

function tell(name, data) {
  for (const {onEvent} of sections.values()) onEvent?.(name, data);
}

/** On a phone it is a sheet over everything: what lies under it cannot be reached meanwhile. */
function coverRest() {
  const covers = open && narrow.matches;
  byId("clock").inert = byId("chats").inert = covers;
  if (covers && !place.contains(document.activeElement)) sections.get(current).tab.focus();
}

function walk(event) {
  const names = [...sections.keys()];
  const at = names.indexOf(current);
  const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1}[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choose(names.at(to % names.length));
  sections.get(current).tab.focus();
}

/** The clock bar: what time it is in the sandbox, and the three ways to turn it. */
import { api } from "./api.js";
import { inShort, inWords } from "./dates.js";
import { toast } from "./dialogs.js";
import { byId, h } from "./dom.js";
import { inOneLine, partInWords } from "./due.js";
import { changed, state } from "./state.js";
import { t } from "./words.js";

let turning = false;

const now = h("time", {class: "clock-now", testid: "clock-now"});
const said = h("p", {class: "unseen", role: "status", testid: "clock-said"});
const zone = h("span", {class: "clock-zone"}, t("clock-zone"));
const hour = turner("clock-hour", h("span", {}, t("clock-hour")), {advance: 3600});
const day = turner("clock-day", h("span", {}, t("clock-day")), {advance: 86400});
const due = h("span", {});
const what = h("span", {class: "clock-what"});
const narrowWhat = h("p", {class: "clock-what narrow-only", testid: "clock-what"});
const next = turner("clock-next", [
  h("span", {class: "wide-only"}, t("clock-next")), h("span", {class: "narrow-only"}, t("clock-next-short")), h("small", {}, due, what),
], {to: "next"});

function turner(testid, content, how) {
  return h("button", {class: "action clock-turn", type: "button", testid, onclick: (event) => turn(how, event.currentTarget)}, content);
}

/** `tools`: other buttons of the header. */
export function buildClock(...tools) {
  const bar = byId("clock");
  bar.setAttribute("aria-label", t("clock"));
  bar.append(h("div", {class: "clock-face"}, now, zone), h("div", {class: "clock-turns"}, hour, day, next, tools), narrowWhat, said);
}

export function setClock({now: nowIso, next: nextIso, parts}) {
  state.now = new Date(nowIso);
  state.next = nextIso ? new Date(nextIso) : null;
  state.parts = parts ?? [];
  show();
  changed("clock");
}

export async function refreshClock() {
  setClock(await api.clock());
}

let waiting = 0;
/** Asks the time soon, once, however often it is called: what the bot just did may have moved the next reminder. */
export function refreshClockSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => !turning && refreshClock().catch(() => {}), 600);
}

export async function turn(how, pressed) {
  if (turning) return;
  turning = true;
  said.textContent = "";
  const held = document.activeElement === pressed;
  pressed.classList.add("waiting");
  show();
  try {
    setClock(await api.turnClock(how));
  } catch (error) {
    toast(error.message, "bad");
  } finally {
    turning = false;
    pressed.classList.remove("waiting");
    show();
    said.textContent = inWords(state.now);
    if (held) holdAgain(pressed);
  }
}

/** A button that was switched off meanwhile has lost the focus. */
function holdAgain(pressed) {
  if (document.activeElement === document.body && pressed.isConnected) (pressed.disabled ? hour : pressed).focus();
}

function show() {
  if (!state.now) return;
  now.dateTime = state.now.toISOString();
  now.textContent = inWords(state.now);
  zone.textContent = turning ? t("clock-turning") : t("clock-zone");
  byId("clock").setAttribute("aria-busy", String(turning));
  hour.disabled = day.disabled = turning;
  next.disabled = turning || !state.next;
  due.textContent = state.next ? inShort(state.next) : t("clock-none");
  const words = state.next ? inOneLine(state.parts) : "";
  what.textContent = words && `: ${words}`;
  narrowWhat.textContent = words;
  next.title = state.next ? state.parts.map(partInWords).join("; ") : "";
}

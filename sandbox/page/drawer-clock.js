/** The clock in the drawer: what will happen by itself, moment by moment, and a way to each. */
import { turn } from "./clock.js";
import { h } from "./dom.js";
import { look, soon } from "./drawer-api.js";
import { keptList } from "./drawer-list.js";
import { nameOf, partInWords } from "./due.js";
import { fromMoscow, inShort, inWords, toMoscow } from "./dates.js";
import { changed, state, when } from "./state.js";
import { t } from "./words.js";

const MOMENTS = 12;
const NAMED = 3;
const OLD = 10 * 60_000; // milliseconds of the play; planners plan meanwhile
const FARTHEST = 366 * 86400_000; // milliseconds: what the server turns at once

export function clockSection() {
  const now = h("p", {class: "drawer-now"});
  const list = h("ol", {class: "due-list", testid: "due-list"});
  const empty = h("p", {class: "drawer-hint", testid: "due-empty"});
  const problem = h("p", {class: "drawer-problem", role: "alert"});
  const at = h("input", {type: "datetime-local", name: "at", required: true, "aria-label": t("clock-at"), testid: "clock-at"});
  const form = h("form", {class: "drawer-row"}, at, h("button", {class: "action", type: "submit", testid: "clock-at-go"}, t("clock-go")));
  const panel = h("section", {},
    now,
    h("div", {class: "drawer-row"},
      step("clock-hour", {advance: 3600}), step("clock-day", {advance: 86400}), step("clock-week", {advance: 7 * 86400})),
    h("h3", {}, t("clock-at")), form, problem,
    h("h3", {}, t("due-title")), empty, list);
  let shown = false;
  const draw = keptList(list, at);
  let nextThen = 0;
  let loadedAt = 0;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const moment = fromMoscow(at.value);
    problem.textContent = moment < state.now ? t("clock-back") : "";
    if (!problem.textContent) turn({at: moment.toISOString()}, event.submitter ?? form.lastChild);
  });

  async function load() {
    let due = [];
    let hint = t("due-none");
    nextThen = state.next?.getTime();
    loadedAt = state.now;
    try {
      ({due} = await look.due(MOMENTS));
    } catch (error) {
      hint = error.status === 404 ? t("due-foreign") : error.message;
    }
    if (!shown) return;
    empty.textContent = hint;
    empty.hidden = due.length > 0;
    draw(due, moment);
  }

  const reload = soon(() => shown && load(), 700);
  function tick() {
    if (!state.now) return;
    now.textContent = inWords(state.now);
    at.min = toMoscow(state.now);
    at.max = toMoscow(new Date(state.now.getTime() + FARTHEST));
    if (at.value < at.min && document.activeElement !== at) at.value = toMoscow(new Date(state.now.getTime() + 3600_000));
  }
  when("clock", () => {
    if (!shown) return;
    tick();
    if (state.next?.getTime() !== nextThen || state.now - loadedAt > OLD) reload();
  });
  return {
    panel,
    show() { shown = true; tick(); load(); },
    hide() { shown = false; },
    onEvent: () => { if (shown) reload(); },
  };
}

const step = (key, how) =>
  h("button", {class: "action", type: "button", testid: `drawer-${key}`, onclick: (event) => turn(how, event.currentTarget)},
    h("span", {}, t(key)));

function moment({at, parts}) {
  const date = new Date(at);
  return h("li", {class: "due", testid: "due", "data-key": at},
    h("div", {class: "due-head"},
      h("time", {datetime: at}, inShort(date)),
      h("button", {class: "quiet due-go", type: "button", testid: "due-go", "aria-label": t("clock-go-to", {moment: inShort(date)}),
        onclick: (event) => turn({at}, event.currentTarget)}, h("span", {}, t("clock-go")))),
    parts.flatMap((part) => [h("p", {class: "due-what"}, partInWords(part)), people(part)]));
}

function people({person_ids: ids, people: count}) {
  const known = ids.filter((id) => nameOf(id)).slice(0, NAMED);
  if (!known.length) return null;
  return h("p", {class: "due-people"},
    known.map((id) => h("button", {class: "name", type: "button", onclick: () => changed("choose", id)}, nameOf(id))),
    count > known.length && h("span", {}, t("due-others", {count: count - known.length})));
}

/** Due work as the bot sees it: what waits and until when, what became of the rest. Read only, page by page. */
import { h } from "./dom.js";
import { look, soon } from "./drawer-api.js";
import { keptList } from "./drawer-list.js";
import { inShort } from "./dates.js";
import { nameOf, partInWords } from "./due.js";
import { changed, state, when } from "./state.js";
import { t } from "./words.js";

const PAGE = 30;
const MOST = 100;

export function outboxSection() {
  const waits = choice("waiting", false);
  const ended = choice("finished", true);
  const mine = h("input", {type: "checkbox", testid: "outbox-mine", onchange: () => load()});
  const mineWords = h("span", {});
  const list = h("ul", {class: "outbox", testid: "outbox"});
  const hint = h("p", {class: "drawer-hint", role: "status"});
  const more = h("button", {class: "action", type: "button", hidden: true, testid: "outbox-more", onclick: () => load({further: true})},
    t("outbox-further"));
  const tools = h("div", {hidden: true}, h("div", {class: "drawer-row", role: "group", "aria-label": t("drawer-outbox")}, waits, ended),
    h("label", {class: "drawer-check"}, mine, mineWords));
  const panel = h("section", {}, tools, hint, list, more);
  const drawList = keptList(list, waits);
  let rows = [];
  let finished = false;
  let after = null;
  let shown = false;
  let asked = 0;

  function choice(name, value) {
    return h("button", {class: "action", type: "button", "aria-pressed": String(!value), testid: `outbox-${name}`,
      onclick: () => { finished = value; load(); }});
  }

  async function load({further = false} = {}) {
    const mark = (asked += 1);
    const limit = further ? PAGE : Math.min(MOST, Math.max(PAGE, list.childElementCount));
    const person = mine.checked ? state.personId : null;
    let page;
    try {
      page = await look.outbox({person, finished: finished ? "1" : "", after: further ? after : "", limit});
    } catch (error) {
      if (error.status === 404) tools.hidden = true;
      page = null;
      hint.textContent = error.status === 404 ? t("outbox-foreign") : error.message;
    }
    if (mark !== asked || !shown) return;
    if (page) draw(page, further);
    else drawList(rows = [], row);
  }

  function draw(page, further) {
    tools.hidden = false;
    waits.textContent = t("outbox-waiting", {count: page.waiting});
    ended.textContent = t("outbox-finished", {count: page.finished});
    waits.setAttribute("aria-pressed", String(!finished));
    ended.setAttribute("aria-pressed", String(finished));
    mineWords.textContent = t("outbox-mine", {who: nameOf(state.personId) ?? ""});
    const before = rows.length;
    const held = further && document.activeElement === more;
    after = page.more;
    more.hidden = !page.more;
    drawList(rows = further ? [...rows, ...page.rows] : page.rows, row);
    if (held && more.hidden) list.children[before]?.querySelector("button")?.focus();
    hint.textContent = list.childElementCount ? "" : t(finished ? "outbox-none-finished" : "outbox-none");
  }

  const reload = soon(() => shown && load(), 600);
  when("person", () => { if (shown) reload(); });
  when("clock", () => { if (shown) reload(); });
  return {
    panel,
    show() { shown = true; load(); },
    hide() { shown = false; },
    onEvent: () => { if (shown) reload(); },
  };
}

function row(due) {
  const {person_id: id, name, state: how, failure, attempts, due_at: dueAt, done_at: doneAt} = due;
  const who = (id && nameOf(id)) || name || t("outbox-nameless");
  const moment = new Date(doneAt ?? dueAt);
  const tries = attempts > 1 && t("outbox-attempts", {count: attempts});
  return h("li", {class: `outbox-row is-${how}`, testid: "outbox-row", "data-key": due.id},
    h("div", {class: "outbox-head"},
      h("time", {datetime: moment.toISOString()}, inShort(moment)),
      h("span", {class: "outbox-state", testid: "outbox-state"}, t(`outbox-is-${how}`))),
    h("p", {class: "outbox-what"}, partInWords({...due, people: 0})),
    h("p", {class: "outbox-who"},
      id && nameOf(id) ? h("button", {class: "name", type: "button", onclick: () => changed("choose", id)}, who) : h("span", {}, who),
      [tries, failure && how !== "night" && failure].filter(Boolean).map((words) => h("small", {}, words))));
}

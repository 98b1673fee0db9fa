/** Rate limits and a restart of the messenger itself: shown only where the server offers them. */
import { orToast, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { look } from "./drawer-api.js";
import { t } from "./words.js";

const DOWN_SECONDS = 10;

export function serverSwitches() {
  const limits = h("input", {type: "checkbox", testid: "limits", onchange: () => setLimits()});
  const restart = h("button", {class: "action", type: "button", testid: "restart", onclick: begin},
    t("restart", {count: DOWN_SECONDS}));
  const node = h("div", {class: "server-switches", hidden: true},
    h("h3", {}, t("server")), h("label", {class: "drawer-check"}, limits, t("limits")), restart);

  async function setLimits() {
    const answer = await orToast(() => look.setLimits(limits.checked));
    limits.checked = answer ? answer.on : !limits.checked;
  }

  async function begin() {
    if (restart.ariaDisabled === "true") return;
    restart.ariaDisabled = "true"; // not `disabled`: that would take the keyboard's place away
    if (await orToast(() => look.restart(DOWN_SECONDS))) toast(t("restarting", {count: DOWN_SECONDS}));
    setTimeout(() => { restart.ariaDisabled = "false"; }, DOWN_SECONDS * 1000);
  }

  return {
    node,
    async load() {
      try {
        limits.checked = (await look.limits()).on;
        node.hidden = false;
      } catch {
        node.hidden = true;
      }
    },
  };
}

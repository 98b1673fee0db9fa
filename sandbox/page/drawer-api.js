/** The addresses of the control API that only the drawer reads and writes. */
import { ask, post } from "./api.js";

const query = (fields) => new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString();

export const look = {
  due: (most) => ask(`/due?${query({most})}`),
  steps: () => ask("/steps"),
  call: (n) => ask(`/calls/${n}`),
  outbox: (fields) => ask(`/outbox?${query(fields)}`),
  faults: () => ask("/faults"),
  orderFaults: (faults) => post("/faults", faults),
  limits: () => ask("/limits"),
  setLimits: (on) => post("/limits", {on}),
  restart: (seconds) => post("/restart", {down_seconds: seconds}),
};

/** Runs `act` once, a moment after the last of many calls. */
export function soon(act, milliseconds) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
}

/** Puts the rooms together: who is chosen, what the stream says, and a full refresh after each reconnection. */
import { api, listen, tab } from "./api.js";
import { buildAside } from "./aside.js";
import { buildAttach } from "./attach.js";
import {
  buildChat, endAction, noteFresh, setBlocked, setLoading, showAction, showHeader, showMessages,
} from "./chat.js";
import { buildClock, refreshClock, refreshClockSoon, setClock } from "./clock.js";
import { buildComposer, lookForCommands, showComposer } from "./composer.js";
import { alertBox, toast } from "./dialogs.js";
import { byId } from "./dom.js";
import { pressesAnswered } from "./keyboards.js";
import { closeMenu } from "./menus.js";
import { buildPeople, showPeople } from "./people.js";
import { start } from "./start.js";
import { currentPerson, state, when } from "./state.js";
import { language, t } from "./words.js";

let loading = null; // while a chat is fetched: what the stream said meanwhile, to be told again after it
let botName = null;

const askedFor = () => Number(new URLSearchParams(location.hash.slice(1)).get("person")) || null;

function choose(personId) {
  if (askedFor() === personId) open();
  else location.hash = `person=${personId}`;
}

function firstPerson() {
  const people = [...state.people.values()];
  return (people.find((person) => person.pinned) ?? people[0])?.id ?? null;
}

async function open() {
  const personId = state.people.has(askedFor()) ? askedFor() : firstPerson();
  if (personId === null) return showPeople();
  const other = personId !== state.personId;
  state.personId = personId;
  if (other) {
    closeMenu();
    endAction();
    state.messages = new Map();
    state.keyboard = null;
    document.querySelector(".messages").replaceChildren();
  }
  showPeople();
  showHeader();
  await loadChat({opened: other});
}

async function loadChat({opened = false} = {}) {
  const personId = state.personId;
  const told = (loading = []);
  setLoading(true);
  let chat;
  try {
    chat = await api.chat(personId);
  } catch (error) {
    if (loading === told) toast(error.message, "bad");
  }
  if (loading !== told) return;
  loading = null;
  if (chat) {
    state.messages = new Map(chat.messages.map((message) => [message.message_id, message]));
    state.keyboard = chat.keyboard;
    state.commands = chat.commands ?? [];
    state.people.set(personId, chat.person);
    botName = chat.messages.find((message) => message.from?.is_bot)?.from.username ?? botName;
    showMessages({opened});
    showComposer();
    showHeader();
    read();
  }
  for (const [name, data] of told) onEvent(name, data);
  setLoading(false);
}

function read() {
  const person = currentPerson();
  if (!person?.unread || document.hidden) return;
  state.people.set(person.id, {...person, unread: 0});
  api.read(person.id).catch(() => {});
  showPeople();
  showHeader();
}

async function refreshPeople() {
  const {people} = await api.people();
  state.people = new Map(people.map((person) => [person.id, person]));
  showPeople();
  showHeader();
  read();
}

function take(message) {
  const fresh = !state.messages.has(message.message_id);
  state.messages.set(message.message_id, message);
  if (message.from?.is_bot) botName = message.from.username ?? botName;
  if (fresh) noteFresh(message);
  if (fresh && message.out) {
    endAction();
    lookForCommands();
  }
  showMessages();
  if (fresh) showComposer();
}

const inOpenChat = {
  message: ({message}) => take(message),
  edit: ({message}) => take(message),
  delete({message_id: id}) {
    state.messages.delete(id);
    showMessages();
  },
  keyboard({keyboard}) {
    state.keyboard = keyboard;
    showComposer();
  },
  action: ({action}) => showAction(action),
  answer({text, show_alert: alert, by}) {
    if (text && (!by || by === tab)) (alert ? alertBox : toast)(text);
  },
};

let peopleTimer = 0;
/** An announcement changes hundreds of cards in a few seconds: the list is drawn once for many. */
function showPeopleSoon() {
  peopleTimer ||= setTimeout(() => {
    peopleTimer = 0;
    showPeople();
    showHeader();
  }, 60);
}

function onEvent(name, data) {
  if (name === "clock") return setClock(data);
  if (name === "person") {
    state.people.set(data.person.id, data.person);
    showPeopleSoon();
    if (data.person.id !== state.personId) return undefined;
    showComposer();
    return read();
  }
  if (name === "answer") pressesAnswered(data.person_id);
  if (["message", "edit", "delete"].includes(name)) refreshClockSoon();
  if (data.person_id !== state.personId) return undefined;
  if (loading) return loading.push([name, data]);
  return inOpenChat[name]?.(data);
}

async function onOpen() {
  byId("lost").hidden = true;
  try {
    await Promise.all([refreshPeople(), refreshClock()]);
    for (const id of state.people.keys()) pressesAnswered(id);
    await open();
  } catch (error) {
    toast(error.message, "bad");
  }
}

/** A link to the bot itself with `?start=` acts as in the messenger: Start with that payload. */
function onLink({link, event}) {
  const address = new URL(link.href, location.href);
  const payload = address.searchParams.get("start");
  if (address.host !== "t.me" || !payload || address.pathname.slice(1) !== botName) return;
  event.preventDefault();
  start(state.personId, payload);
}

document.documentElement.lang = language;
byId("lost").textContent = t("lost");
buildClock(buildAside());
buildPeople();
buildChat(buildComposer());
buildAttach();
when("choose", choose);
when("clock", () => { showPeople(); });
when("people", () => { showPeople(); showHeader(); showComposer(); });
when("link", onLink);
when("unblock", (person) => setBlocked(person, false));
when("sent", ({personId, message}) => {
  if (personId === state.personId && message && !state.messages.has(message.message_id)) take(message);
});
addEventListener("hashchange", open);
document.addEventListener("visibilitychange", read);
listen({onEvent, onOpen, onLost: () => { byId("lost").hidden = false; }});

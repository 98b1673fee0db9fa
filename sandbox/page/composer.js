/** Where the person writes: reply line, reply keyboard, input, attachments; or Start, or Unblock, instead. */
import { api } from "./api.js";
import { attachChoices } from "./attach.js";
import { inOneLine } from "./content.js";
import { orToast, toast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { replyKeyboard } from "./keyboards.js";
import { dropdown } from "./menus.js";
import { who } from "./message.js";
import { startButtons } from "./start.js";
import { changed, currentPerson, state, when } from "./state.js";
import { t } from "./words.js";

const draftKey = (personId) => `sandbox-draft-${personId}`;
let replyTo = null;
let keysHidden = false;
let shownFor = null;

const input = h("textarea", {class: "composer-input", rows: "1", testid: "composer", "aria-label": t("write"),
  placeholder: t("write"), enterkeyhint: "send"});
const sendButton = h("button", {class: "round strong", type: "submit", "aria-label": t("send"), testid: "send"}, icon("send"));
const commandsButton = h("button", {class: "action commands", type: "button", testid: "commands"}, icon("menu"), t("menu"));
const commandsPlace = dropdown(commandsButton, t("commands"), async () => {
  await refreshCommands();
  return state.commands.map(({command, description}) => (
    {label: description, detail: `/${command}`, testid: `command-${command}`, act: () => say(`/${command}`)}));
});
const keysToggle = h("button", {class: "round", type: "button", "aria-label": t("keyboard"), testid: "toggle-keyboard",
  onclick: () => { keysHidden = !keysHidden; showComposer(); }}, icon("keyboard"));
const attachButton = h("button", {class: "round", type: "button", "aria-label": t("attach"), testid: "attach"}, icon("clip"));
const attachPlace = dropdown(attachButton, t("attach"), () => attachChoices(state.personId));

const replyWho = h("strong", {});
const replyText = h("span", {});
const replyLine = h("div", {class: "reply-line", hidden: true, testid: "reply-line"}, icon("reply"),
  h("div", {class: "reply-words"}, replyWho, replyText),
  h("button", {class: "round", type: "button", "aria-label": t("reply-cancel"), onclick: () => setReply(null)}, icon("close")));
const keys = h("div", {class: "reply-keyboard", role: "group", "aria-label": t("keyboard"), testid: "reply-keyboard"});
const line = h("form", {class: "composer-line"}, commandsPlace, attachPlace, input, keysToggle, sendButton);
const instead = h("div", {class: "instead"});
const composer = h("footer", {class: "composer"}, replyLine, keys, line, instead);

export function buildComposer() {
  line.addEventListener("submit", (event) => {
    event.preventDefault();
    sendTyped();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      sendTyped();
    } else if (event.key === "Escape") setReply(null);
  });
  input.addEventListener("input", () => {
    sessionStorage.setItem(draftKey(state.personId), input.value);
    grow();
  });
  document.addEventListener("keydown", typeAnywhere);
  when("reply", setReply);
  when("to-writing", () => (line.hidden ? instead.querySelector("button") : input)?.focus());
  when("say", (text) => say(text));
  return composer;
}

/** A letter typed with no field in hand begins a message. */
function typeAnywhere(event) {
  const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!letter || line.hidden || document.querySelector("dialog[open], .menu")) return;
  if (!document.activeElement.matches("input, textarea, select")) input.focus();
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${Math.min(input.scrollHeight + 2, 160)}px`;
  sendButton.disabled = !input.value.trim();
}

function setReply(message) {
  replyTo = message;
  replyLine.hidden = !message;
  if (!message) return;
  replyWho.textContent = who(message);
  replyText.textContent = inOneLine(message);
  input.focus();
}

function write(text) {
  input.value = text;
  sessionStorage.setItem(draftKey(state.personId), text);
  grow();
}

async function sendTyped() {
  const text = input.value.trim();
  if (!text) return;
  const answered = replyTo;
  const personId = state.personId;
  write("");
  setReply(null);
  if (await say(text, answered?.message_id) || personId !== state.personId || input.value) return;
  write(text);
  setReply(answered);
}

async function say(text, replyToId) {
  const personId = state.personId;
  const said = await orToast(() => api.say(personId, text, replyToId));
  if (said) changed("sent", {personId, message: said.message});
  return Boolean(said);
}

async function act(button) {
  if (button.request_contact) return orToast(() => api.contact(state.personId));
  if (button.request_location || button.web_app || button.request_poll) return toast(t("button-unsupported"));
  return say(button.text);
}

/** The stream does not tell of commands, and the bot may set them at any time: they are asked anew when they matter. */
async function refreshCommands() {
  const personId = state.personId;
  const chat = await orToast(() => api.chat(personId));
  if (chat && personId === state.personId) state.commands = chat.commands ?? [];
}

let asking = 0;
/** After a message of the bot: a bot that has just come up may have brought its commands. */
export function lookForCommands() {
  if (state.commands.length) return;
  clearTimeout(asking);
  asking = setTimeout(async () => {
    await refreshCommands();
    showComposer();
  }, 300);
}

export function showComposer() {
  const person = currentPerson();
  if (!person) return;
  if (shownFor !== person.id) {
    shownFor = person.id;
    keysHidden = false;
    setReply(null);
    input.value = sessionStorage.getItem(draftKey(person.id)) ?? "";
  }
  const messages = [...state.messages.values()];
  const unstarted = !messages.length || (!person.started && !messages.some((message) => !message.out));
  line.hidden = person.blocked || unstarted;
  instead.hidden = !line.hidden;
  instead.replaceChildren(...(person.blocked ? unblock(person) : unstarted ? startButtons(person.id) : []));
  const rows = replyKeyboard(state.keyboard, act);
  keysToggle.hidden = !rows.length;
  keysToggle.setAttribute("aria-pressed", String(!keysHidden));
  keys.hidden = !rows.length || keysHidden || line.hidden;
  keys.replaceChildren(...rows);
  commandsPlace.hidden = !state.commands.length;
  input.placeholder = state.keyboard?.input_field_placeholder || t("write");
  grow();
}

const unblock = (person) => [
  h("p", {}, t("blocked-hint")),
  h("button", {class: "action strong", type: "button", testid: "unblock",
    onclick: () => changed("unblock", person)}, t("unblock")),
];

/** Keys of the reply keyboard that ask for something: a place, a poll, people, a chat. */
import { api } from "./api.js";
import { confirmBox, field, formBox } from "./dialogs.js";
import { h } from "./dom.js";
import { fullName, state } from "./state.js";
import { t } from "./words.js";

const HERE = {latitude: 55.7558, longitude: 37.6173}; // the sandbox knows no places: everybody is in the middle of Moscow

const ASKED = {
  request_contact: (id) => api.contact(id),
  request_location: async (id) => (await confirmBox(t("share-place"), t("send"))) && api.location(id, HERE),
  request_poll: (id, {type}) => askPoll(id, type),
  request_users: (id, wanted) => askPeople(id, wanted),
  request_chat: (id, wanted) => askChat(id, wanted),
};

/** What the key asks for, null for a key that says its words. */
export function asking(button) {
  const name = Object.keys(ASKED).find((one) => button[one]);
  return name ? (personId) => ASKED[name](personId, button[name]) : null;
}

/** `type`: quiz or regular when the key wants one of them, else hers to choose. */
function askPoll(personId, type) {
  const quiz = h("input", {type: "checkbox", name: "quiz", checked: type === "quiz", disabled: Boolean(type)});
  return formBox({
    title: t("poll-new"), submit: t("send"), testid: "poll-form",
    fields: [
      field(t("poll-question"), h("input", {name: "question", required: true, maxlength: "300", testid: "poll-question"})),
      field(t("poll-options"), h("textarea", {name: "options", required: true, rows: "4", testid: "poll-options"}), t("poll-options-hint")),
      h("div", {class: "kinds"}, h("label", {}, quiz, t("quiz"))),
    ],
    act(form) {
      const options = form.get("options").split("\n").map((text) => text.trim()).filter(Boolean);
      const right = options.findIndex((text) => text.startsWith("*"));
      if (quiz.checked && right < 0) throw new Error(t("poll-right-hint"));
      return api.poll(personId, {
        question: form.get("question"), options: options.map((text) => ({text: quiz.checked ? text.replace(/^\*\s*/, "") : text})),
        ...(quiz.checked ? {type: "quiz", correct_option_ids: [right]} : {}),
      });
    },
  });
}

const row = (kind, value, label) => h("label", {}, h("input", {type: kind, name: "chosen", value}), label);

function askPeople(personId, {request_id: request, max_quantity: most = 1}) {
  const people = [...state.people.values()].filter(({id}) => id !== personId);
  const kind = most > 1 ? "checkbox" : "radio";
  return formBox({
    title: t("share-people", {count: most}), submit: t("send"), testid: "share-form",
    fields: [h("div", {class: "kinds"}, people.map((person) => row(kind, person.id, fullName(person))))],
    act(form) {
      const ids = form.getAll("chosen").map(Number);
      if (!ids.length || ids.length > most) throw new Error(t("share-people", {count: most}));
      return api.share(personId, {request_id: request, user_ids: ids});
    },
  });
}

async function askChat(personId, {request_id: request, chat_is_channel: channel}) {
  const chats = (await api.chats()).chats.filter(({type, members}) =>
    (type === "channel") === channel && members.some(({user, status}) => user.id === personId && !["left", "kicked"].includes(status)));
  if (!chats.length) throw new Error(t("share-no-chat"));
  return formBox({
    title: t("share-chat"), submit: t("send"), testid: "share-form",
    fields: [h("div", {class: "kinds"}, chats.map((chat) => row("radio", chat.id, chat.title)))],
    act(form) {
      if (!form.get("chosen")) throw new Error(t("share-chat"));
      return api.share(personId, {request_id: request, shared_chat_id: Number(form.get("chosen"))});
    },
  });
}

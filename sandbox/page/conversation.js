/** One conversation as the page knows it: fetched whole, then kept by what the stream tells. */
import { api } from "./api.js";
import { exchange, state } from "./state.js";

export class Conversation {
  constructor(personId) {
    this.personId = personId;
    this.messages = new Map();
    this.keyboard = null;
    this.commands = [];
    this.menuButton = null;
    this.pinned = [];
    this.forcedReply = null; // {message_id, input_field_placeholder?}: the bot asks for a reply to this
    this.draft = null; // what the bot is writing
    this.reactions = new Map(); // message id → [{user_id, reaction: [ReactionType]}]
    this.votes = {}; // poll id → {chosen: [persistent ids], shuffle, hidden, open_to_options}
    this.loaded = false;
    Object.assign(this, exchange()); // loaded, message, gone, keyboard, commands, pinned, draft, forced-reply, action, answer…
    this._told = null; // while it is fetched: what the stream said meanwhile, to be told again after it
  }

  get person() {
    return state.people.get(this.personId) ?? null;
  }

  inOrder() {
    return [...this.messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** Fetches everything; of two that overlap the later counts. */
  async load() {
    const told = (this._told = []);
    this.changed("loading", true);
    let chat;
    try {
      chat = await api.chat(this.personId);
    } catch (error) {
      if (this._told === told) this.changed("problem", error.message);
    }
    if (this._told !== told) return;
    this._told = null;
    if (chat) this._accept(chat);
    for (const [name, data] of told) this.hear(name, data);
    this.changed("loading", false);
  }

  _accept(chat) {
    const first = !this.loaded;
    this.messages = new Map(chat.messages.map((message) => [message.message_id, message]));
    this.keyboard = chat.keyboard;
    this.commands = chat.commands ?? [];
    this.menuButton = chat.menu_button ?? null;
    this.pinned = chat.pinned ?? [];
    this.forcedReply = chat.forced_reply ?? null;
    this.draft = chat.draft ?? null;
    this.reactions = new Map(Object.entries(chat.reactions ?? {}).map(([id, given]) => [Number(id), given]));
    this.loaded = true;
    state.bot = chat.bot ?? state.bot;
    state.people.set(this.personId, chat.person);
    this.changed("loaded", {first, unread: chat.person.unread ?? 0});
    if (chat.messages.some((message) => message.poll)) this.askVotes();
  }

  /** An event of the stream about this person. */
  hear(name, data) {
    if (this._told) this._told.push([name, data]);
    else if (name === "message" || name === "edit") this.take(data.message);
    else if (name === "delete") this._drop(data.message_id);
    else if (name === "keyboard") {
      this.keyboard = data.keyboard;
      this.changed("keyboard");
    } else if (name === "pinned") {
      this.pinned = data.pinned;
      this.changed("pinned");
    } else if (name === "reaction") {
      this.reactions.set(data.reaction.message_id, data.reaction.reactions);
      this.changed("marks");
    } else if (name === "draft") {
      this.draft = data.draft;
      this.changed("draft");
    } else if (name === "forced_reply") {
      this.forcedReply = data.forced_reply;
      this.changed("forced-reply");
    } else this.changed(name, data);
  }

  take(message) {
    const fresh = !this.messages.has(message.message_id);
    this.messages.set(message.message_id, message);
    if (fresh && message.out) this.draft = null;
    if (message.poll) this.askVotes();
    this.changed("message", {message, fresh});
  }

  _drop(id) {
    this.messages.delete(id);
    this.changed("gone", id);
  }

  /** Votes are nobody's but the voter's, so that no message tells of them: they are asked whenever a poll has changed. */
  askVotes() {
    clearTimeout(this._votesTimer);
    this._votesTimer = setTimeout(async () => {
      this.votes = await api.polls(this.personId).catch(() => this.votes);
      this.changed("marks");
    }, 30);
  }

  /** What belongs to a message and does not stand in it. */
  marksOf(message) {
    return {reactions: this.reactions.get(message.message_id) ?? [], vote: message.poll && this.votes[message.poll.id]};
  }

  /** The stream does not tell of commands, and the bot may set them at any time: they are asked anew when they matter. */
  async askCommands() {
    const chat = await api.chat(this.personId);
    this.commands = chat.commands ?? [];
    this.menuButton = chat.menu_button ?? null;
    this.changed("commands");
    return this.commands;
  }
}

/** The bot's commands: under the ☰ button, and as a list that narrows while "/" is typed. */
import { orToast } from "./dialogs.js";
import { h, icon } from "./dom.js";
import { dropdown } from "./menus.js";
import { t } from "./words.js";

/** `openApp(url)`: a menu button may open a web app instead of the list. */
export function commandsButton(chat, {say, openApp}) {
  const label = h("span", {class: "commands-label"}, t("menu"));
  const button = h("button", {class: "action commands", type: "button", testid: "commands", title: t("commands")},
    icon("menu"), label);
  const app = () => (chat.menuButton?.type === "web_app" ? chat.menuButton : null);
  dropdown(button, t("commands"), async () => {
    if (app()) return void openApp(app().web_app.url);
    await orToast(() => chat.askCommands());
    return chat.commands.map(({command, description}) => (
      {label: description, detail: `/${command}`, testid: `command-${command}`, act: () => say(`/${command}`)}));
  });
  const show = () => {
    button.hidden = !chat.commands.length && !app();
    label.textContent = app()?.text ?? t("menu");
  };
  chat.when("commands", show);
  return {button, show};
}

let lists = 0;

/** Listens to the field: ↑ ↓ choose, Enter says the command, Tab writes it out, Escape sends the list away. */
export function slashList(chat, input, {say, write}) {
  const id = `slash-${++lists}`;
  const list = h("ul", {class: "slash", role: "listbox", id, "aria-label": t("commands"), testid: "slash", hidden: true});
  let found = [];
  let at = 0;
  input.setAttribute("aria-controls", id);
  input.setAttribute("aria-autocomplete", "list");

  const close = () => {
    list.hidden = true;
    input.removeAttribute("aria-activedescendant");
  };

  function mark(to) {
    at = (to + found.length) % found.length;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    list.children[at].scrollIntoView({block: "nearest"});
    input.setAttribute("aria-activedescendant", `${id}-${at}`);
  }

  const option = ({command, description}, index) => {
    const node = h("li", {class: "slash-option", role: "option", id: `${id}-${index}`, testid: `slash-${command}`},
      h("b", {}, `/${command}`), " ", h("span", {}, description));
    node.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    node.addEventListener("click", () => { close(); write(""); say(`/${command}`); });
    return node;
  };

  function look() {
    const typed = /^\/(\w*)$/.exec(input.value)?.[1].toLowerCase();
    found = typed === undefined ? [] : chat.commands.filter(({command}) => command.startsWith(typed));
    if (!found.length) return close();
    list.replaceChildren(...found.map(option));
    list.hidden = false;
    return mark(0);
  }

  /** Answers whether the key was meant for the list. */
  function take(event) {
    if (list.hidden) return false;
    const command = `/${found[at].command}`;
    const deed = {
      ArrowDown: () => mark(at + 1),
      ArrowUp: () => mark(at - 1),
      Escape: close,
      Enter: () => { close(); write(""); say(command); },
      Tab: () => { close(); write(`${command} `); },
    }[event.key];
    if (!deed || event.shiftKey || event.isComposing) return false;
    event.preventDefault();
    event.stopPropagation();
    deed();
    return true;
  }

  input.addEventListener("input", look);
  input.addEventListener("blur", close);
  chat.when("commands", () => !list.hidden && look());
  return {list, take};
}

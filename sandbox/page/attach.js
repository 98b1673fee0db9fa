/** Files, pictures, a sticker and the person's contact: chosen, pasted or dropped. */
import { api } from "./api.js";
import { sizeInWords } from "./dates.js";
import { field, formBox, orToast, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { sendSmile } from "./smile.js";
import { state } from "./state.js";
import { t } from "./words.js";

const chooser = h("input", {type: "file", testid: "file", "aria-label": t("attach-file"), hidden: true});
let choosingFor = null; // the person whose clip was pressed

chooser.addEventListener("change", () => {
  offerFiles([...chooser.files], choosingFor ?? state.personId);
  chooser.value = "";
});

export function buildAttach() {
  document.body.append(chooser);
  document.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    offerFiles(files, state.personId);
  });
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const column = event.target.closest?.(".column");
    offerFiles([...event.dataTransfer.files], Number(column?.dataset.person) || state.personId);
  });
}

function choose(personId) {
  choosingFor = personId;
  chooser.click();
}

export const attachChoices = (personId) => [
  {label: t("attach-file"), testid: "attach-file", act: () => choose(personId)},
  {label: t("attach-sticker"), testid: "attach-sticker", act: () => orToast(() => sendSmile(personId))},
  {label: t("attach-contact"), testid: "attach-contact", act: () => orToast(() => api.contact(personId))},
];

const LARGEST = 50 * 1024 * 1024; // bytes, as the Bot API has it
const LARGEST_PHOTO = 10 * 1024 * 1024;
const KIND_OF = [["image/", "photo"], ["video/", "video"], ["audio/", "voice"]];
const kindsFor = (file) => [...KIND_OF.filter(([type]) => file.type.startsWith(type)).map(([, kind]) => kind), "document"];

/** Asks how to send each file, one after another; leaving one leaves the rest. */
async function offerFiles(files, personId) {
  const person = state.people.get(personId);
  if (!person?.started || person.blocked) return;
  for (const file of files) {
    const problem = await unsendable(file);
    if (problem) {
      toast(problem, "bad");
      continue;
    }
    const kinds = kindsFor(file);
    const preview = kinds[0] === "photo" ? URL.createObjectURL(file) : null;
    const answer = await formBox({
      title: t("attach-title"), submit: t("send"), testid: "attach-form",
      fields: [
        preview && h("img", {class: "preview", src: preview, alt: ""}),
        h("p", {class: "box-file"}, `${file.name || t("photo")} · ${sizeInWords(file.size)}`),
        kinds.length > 1 && h("fieldset", {class: "kinds"}, h("legend", {}, t("as")), kinds.map((kind, index) =>
          h("label", {}, h("input", {type: "radio", name: "kind", value: kind, checked: index === 0}), t(`as-${kind}`)))),
        field(t("caption"), h("textarea", {name: "caption", rows: "2", maxlength: "1024", testid: "caption"})),
      ].filter(Boolean),
      act: (form) => send(person.id, file, form.get("kind") ?? "document", form.get("caption").trim()),
    });
    if (preview) URL.revokeObjectURL(preview);
    if (!answer) return;
  }
}

/** Why a file cannot be sent in any way, null when it can. */
async function unsendable(file) {
  const name = file.name || t("photo");
  if (file.size > LARGEST) return t("file-too-big", {name});
  try {
    await file.slice(0, 1).arrayBuffer(); // a folder, or a file that is gone by now
  } catch {
    return t("file-unreadable", {name});
  }
  return file.size ? null : t("file-empty", {name});
}

function send(personId, file, kind, caption) {
  if (kind === "photo" && file.size > LARGEST_PHOTO) throw new Error(t("photo-too-big"));
  return api.file(personId, file, kind, caption);
}

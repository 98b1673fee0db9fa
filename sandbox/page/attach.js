/** Files, pictures, a sticker and the person's contact: chosen, pasted or dropped. */
import { api } from "./api.js";
import { sizeInWords } from "./dates.js";
import { enterSends, field, formBox, orToast, toast } from "./dialogs.js";
import { h } from "./dom.js";
import { sendSmile } from "./smile.js";
import { state } from "./state.js";
import { t } from "./words.js";

const chooser = h("input", {type: "file", multiple: true, testid: "file", "aria-label": t("attach-file"), hidden: true});
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
  document.addEventListener("dragover", (event) => {
    if (!bringsFiles(event)) return; // words that are dragged go into the field by themselves
    event.preventDefault();
    markTarget(event.target.closest?.(".column"));
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget ?? markTarget(null));
  document.addEventListener("drop", (event) => {
    markTarget(null);
    if (!bringsFiles(event)) return;
    event.preventDefault();
    const column = event.target.closest?.(".column");
    if (!document.querySelector("dialog[open]")) {
      offerFiles([...event.dataTransfer.files], Number(column?.dataset.person) || state.personId);
    }
  });
}

const bringsFiles = (event) => [...event.dataTransfer.types].includes("Files");

/** The conversation that would get the files. */
function markTarget(column) {
  for (const one of document.querySelectorAll(".column")) one.classList.toggle("drop-here", one === column);
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
const MOST = 10; // files of an album
const KIND_OF = [["image/", "photo"], ["video/", "video"], ["audio/", "voice"]];
const kindOf = (file) => KIND_OF.find(([type]) => file.type.startsWith(type))?.[1] ?? "document";
const isVisual = (file) => ["photo", "video"].includes(kindOf(file));

/** One form for all of them: what goes together is an album. */
async function offerFiles(chosen, personId) {
  const person = state.people.get(personId);
  if (!person?.started || person.blocked) return;
  const files = [];
  for (const file of chosen) {
    const problem = await unsendable(file);
    if (problem) toast(problem, "bad");
    else files.push(file);
  }
  if (!files.length) return;
  const ways = waysFor(files);
  const previews = files.filter((file) => kindOf(file) === "photo").slice(0, MOST).map((file) => URL.createObjectURL(file));
  await formBox({
    title: files.length > 1 ? t("attach-many", {count: files.length}) : t("attach-title"), submit: t("send"),
    testid: "attach-form",
    fields: [
      previews.length > 0 && h("div", {class: "previews"}, previews.map((src) => h("img", {class: "preview", src, alt: ""}))),
      ...files.slice(0, MOST).map((file) => h("p", {class: "box-file"}, `${file.name || t("photo")} · ${sizeInWords(file.size)}`)),
      ways.length > 1 && h("fieldset", {class: "kinds"}, h("legend", {}, t("as")), ways.map((way, index) =>
        h("label", {}, h("input", {type: "radio", name: "way", value: way, checked: index === 0}), t(`as-${way}`)))),
      field(t("caption"), enterSends(h("textarea", {name: "caption", rows: "2", maxlength: "1024", testid: "caption",
        autofocus: true, enterkeyhint: "send"}))),
    ].filter(Boolean),
    act: (form) => sendAll(person.id, files, form.get("way") ?? ways[0], form.get("caption").trim()),
  });
  previews.forEach((src) => URL.revokeObjectURL(src));
}

const waysFor = (files) => {
  if (files.length > 1) return files.every(isVisual) ? ["media", "documents"] : ["documents"];
  return [...new Set([kindOf(files[0]), "document"])];
};

/** Ten at a time, and no more at once than may be uploaded; the caption stands under the first. */
async function sendAll(personId, files, way, caption) {
  const kind = (file) => (way === "media" ? kindOf(file) : way === "documents" ? "document" : way);
  if (files.some((file) => kind(file) === "photo" && file.size > LARGEST_PHOTO)) throw new Error(t("photo-too-big"));
  let words = caption;
  while (files.length) {
    let many = 1;
    for (let size = files[0].size; many < Math.min(MOST, files.length) && (size += files[many].size) <= LARGEST; ) many += 1;
    const together = files.slice(0, many);
    await api.files(personId, together, together.map(kind), words.replaceAll("\r\n", "\n"));
    files.splice(0, many); // what is sent is not sent again, should the next fail
    words = "";
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

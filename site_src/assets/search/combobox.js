// The field with its list of suggestions: the pattern “editable combobox with list autocomplete” of the ARIA Authoring Practices Guide.

import { el } from "../elements.js";
import { tr } from "../texts.js";

const ROLES = { role: "combobox", "aria-expanded": "false", "aria-controls": "mg-suggest", "aria-autocomplete": "list" };

/** @param {HTMLElement} list @param {HTMLInputElement} input @param {boolean} yes */
function open(list, input, yes) {
  list.hidden = !yes;
  input.setAttribute("aria-expanded", String(yes));
  if (!yes) input.removeAttribute("aria-activedescendant");
}

/** Move the choice up or down, round the ends. @returns {number} Which is active now. */
function move(list, input, active, step) {
  const options = [...list.children], next = (active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === next)));
  input.setAttribute("aria-activedescendant", options[next].id);
  options[next].scrollIntoView({ block: "nearest" });
  return next;
}

/** @param {object} word @param {number} i @param {(word: object) => void} choose */
function option(word, i, choose) {
  const made = el("li", { role: "option", id: `mg-option-${i}`, "aria-selected": "false" }, el("span", {}, word.word), " ", el("span", { class: "mg-tag" }, tr(word.kind)));
  made.addEventListener("pointerdown", (event) => event.preventDefault()); // The field keeps the focus.
  made.addEventListener("click", () => choose(word));
  return made;
}

/** Give a field suggestions. @param {HTMLInputElement} input @param {HTMLElement} list @param {(text: string) => Promise<object[]>} offers
 * @param {(word: object) => void} choose @returns {{offer: () => Promise<void>, close: () => void}} */
export function combobox(input, list, offers, choose) {
  let active = -1, turn = 0;
  const close = () => { turn++; open(list, input, false); };
  async function offer() {
    const mine = ++turn, found = await offers(input.value);
    if (mine !== turn) return;
    const shown = document.activeElement === input ? found : [];
    active = -1;
    list.replaceChildren(...shown.map((word, i) => option(word, i, choose)));
    open(list, input, shown.length > 0);
  }
  function key(event) {
    if (event.isComposing || list.hidden) return; // Enter and arrows belong to the input method while it is open.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) active = move(list, input, active, step);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) list.children[active].click();
    else return;
    event.preventDefault();
  }
  for (const [name, value] of Object.entries(ROLES)) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", tr("建议的词"));
  input.addEventListener("keydown", key);
  input.addEventListener("blur", close);
  return { offer, close };
}

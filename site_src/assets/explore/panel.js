// The filters themselves: one foldable group for each facet, with how many tasks each value would give.

import { el, own } from "../elements.js";
import { joined, tr, trn } from "../texts.js";
import { FACETS, isPicked } from "./state.js";
import { button } from "./view.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./facets.js").Tasks} Tasks */
/** @typedef {{facet: string, details: HTMLDetailsElement, said: HTMLElement, find: HTMLInputElement | null, values: HTMLElement, more: HTMLElement,
 *   shown: number, options: Map<number, HTMLElement>}} Group */

const FIRST = 8, STEP = 20; // Values shown at first, and added each time.
const LONG = 12; // With more values than this a group has a field to find one.
const OPEN = new Set(["topic", "region"]);
const SETTLED = new Set(["region", "plan", "target", "by"]); // Their values keep their order; others come by number.

/** @param {string} facet @param {Tasks} tasks @param {(facet: string, id: string) => void} toggle @returns {Group} */
function group(facet, tasks, toggle) {
  const name = tr(FACETS[facet]), long = tasks.columns[facet].ids.length > LONG;
  const said = el("span", { class: "mg-explore__said" }), more = el("p", { class: "mg-explore__more" });
  const values = el("div", { class: "mg-explore__values", role: "group", "aria-label": name });
  const find = long ? /** @type {HTMLInputElement} */ (el("input", { type: "search", placeholder: tr("找{name}", { name }), "aria-label": tr("在{name}里找", { name }), autocomplete: "off" })) : null;
  const details = /** @type {HTMLDetailsElement} */ (el("details", { "data-facet": facet }, el("summary", {}, el("span", {}, name), said), find, values, more));
  details.open = OPEN.has(facet);
  values.addEventListener("change", (event) => { if (event.target instanceof HTMLInputElement) toggle(facet, event.target.value); });
  return { facet, details, said, find, values, more, shown: FIRST, options: new Map() };
}

/** One value: made once, so that the keyboard's place is not lost when numbers change. @param {Group} of @param {Tasks} tasks @param {number} value */
function option(of, tasks, value) {
  const { ids, names } = tasks.columns[of.facet];
  const made = of.options.get(value) ?? el("label", { class: "mg-explore__option" }, el("input", { type: "checkbox", value: ids[value] }),
    el("span", {}, own(names[value])), el("span", { class: "mg-explore__number" }));
  of.options.set(value, made);
  return made;
}

/** Which values to show: those that give anything, and all that are chosen. @param {Group} of @param {Tasks} tasks @param {State} state @param {Uint32Array} counts */
function visible(of, tasks, state, counts) {
  const { ids, names } = tasks.columns[of.facet], sought = of.find?.value.trim().toLowerCase() ?? "";
  const on = (value) => isPicked(state, of.facet, ids[value]);
  const all = [...ids.keys()].filter((value) => (counts[value] > 0 || on(value)) && names[value].toLowerCase().includes(sought));
  if (!SETTLED.has(of.facet)) all.sort((a, b) => counts[b] - counts[a] || a - b);
  const limit = all.length <= of.shown + 2 ? all.length : of.shown; // Nobody should have to press for the last two.
  const shown = all.filter((value, place) => place < limit || on(value));
  return { shown, rest: all.length - shown.length };
}

/** @param {Group} of @param {HTMLElement[]} wanted Put them in; where they stand there already, leave them. */
function place(of, wanted) {
  if (wanted.length === of.values.children.length && wanted.every((one, n) => of.values.children[n] === one)) return;
  const focused = document.activeElement;
  of.values.replaceChildren(...wanted);
  if (focused instanceof HTMLElement && of.values.contains(focused) && focused !== document.activeElement) focused.focus();
}

/** @param {Group} of @param {Tasks} tasks @param {State} state @param {Uint32Array} counts @param {() => void} again */
function drawGroup(of, tasks, state, counts, again) {
  const { ids, names, number } = tasks.columns[of.facet], picked = state.picked[of.facet] ?? [];
  of.said.textContent = joined(picked.map((id) => names[number.get(id)]));
  if (!of.details.open) return;
  const { shown, rest } = visible(of, tasks, state, counts);
  for (const value of shown) {
    const made = option(of, tasks, value), [box, , count] = /** @type {any} */ (made.children);
    box.checked = isPicked(state, of.facet, ids[value]);
    count.textContent = String(counts[value]);
    made.classList.toggle("mg-explore__option--none", counts[value] === 0);
  }
  place(of, shown.map((value) => option(of, tasks, value)));
  const step = Math.min(rest, STEP);
  of.more.replaceChildren(...(shown.length === 0 ? [tr("没有。")] : rest ? [button(trn("再看{n}个", step), () => { of.shown += STEP; again(); refocus(of, shown.length); }, "mg-explore__quiet")] : []));
}

/** @param {Group} of @param {number} at */
const refocus = (of, at) => of.values.children[Math.min(at, of.values.children.length - 1)]?.querySelector("input")?.focus();

/**
 * Make all groups.
 * @param {Tasks} tasks
 * @param {{toggle: (facet: string, id: string) => void, lead: (only: boolean) => void, name: (words: string) => void}} act
 */
export function panel(tasks, act) {
  const groups = Object.keys(FACETS).filter((facet) => tasks.columns[facet].ids.length > 1).map((facet) => group(facet, tasks, act.toggle));
  const name = /** @type {HTMLInputElement} */ (el("input", { type: "search", id: "mg-explore-name", autocomplete: "off", maxlength: "40" }));
  const lead = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox" }));
  const form = el("form", { class: "mg-explore__filters" }, el("p", { class: "mg-explore__name" }, el("label", { for: "mg-explore-name" }, tr("名称里有")), name),
    el("p", { class: "mg-explore__hint" }, tr("同一类里选几个，符合一个就算；不同类的要都符合。")), ...groups.map((of) => of.details));
  const unit = groups.find((of) => of.facet === "unit");
  unit?.details.children[0].after(el("label", { class: "mg-explore__option mg-explore__lead" }, lead, el("span", {}, tr("只看它牵头的"))));
  let last = { state: /** @type {State | null} */ (null), counts: /** @type {Object<string, Uint32Array>} */ ({}) };
  const again = () => { if (last.state) for (const of of groups) drawGroup(of, tasks, last.state, last.counts[of.facet], again); };

  form.addEventListener("submit", (event) => event.preventDefault());
  name.addEventListener("input", (event) => { if (!(/** @type {InputEvent} */ (event).isComposing)) act.name(name.value); });
  name.addEventListener("compositionend", () => act.name(name.value));
  lead.addEventListener("change", () => act.lead(lead.checked));
  for (const of of groups) {
    of.details.addEventListener("toggle", again);
    of.find?.addEventListener("input", () => { of.shown = FIRST; again(); });
  }
  return {
    form,
    /** Show a state that was not chosen here: open the groups in which something is chosen. @param {State} state */
    unfold(state) { for (const of of groups) if (state.picked[of.facet]?.length) of.details.open = true; },
    /** @param {State} state @param {Object<string, Uint32Array>} counts */
    draw(state, counts) {
      last = { state, counts };
      lead.checked = state.lead;
      if (document.activeElement !== name) name.value = state.name;
      again();
    },
  };
}

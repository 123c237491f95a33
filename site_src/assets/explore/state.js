// What is chosen on the page of filters, and how it stands in the address. No page, no network.

import { mark } from "../texts.js";

/** @typedef {{picked: Object<string, string[]>, lead: boolean, name: string, sort: string}} State
 * `picked`: facet → ids of its chosen values; `lead`: of units only those that lead; `name`: words that the title must hold. */

/** By what tasks are filtered: key in the address → what people read. The keys are kept: addresses are sent on. @type {Object<string, string>} */
export const FACETS = { topic: mark("主题"), audience: mark("人群"), region: mark("地区"), plan: mark("规划"), unit: mark("单位"), place: mark("地方"), target: mark("目标"), by: mark("到哪年") };

/** @type {Object<string, string>} */
export const SORTS = { "": mark("原文先后"), by: mark("年份早的在前"), targets: mark("目标多的在前") };

const LONGEST = 40; // Characters of a name, and of what is said of an address.

/** @returns {State} Nothing chosen. */
export const nothing = () => ({ picked: {}, lead: false, name: "", sort: "" });

/** @param {State} state @returns {State} The same order of the list, nothing else. */
export const cleared = (state) => ({ ...nothing(), sort: state.sort });

/** @param {State} state @param {string} facet @param {string} id */
export const isPicked = (state, facet, id) => (state.picked[facet] ?? []).includes(id);

/** @param {State} state @returns {[string, string][]} Facet and id of everything chosen, in the order of the facets. */
export const pickedValues = (state) => Object.keys(FACETS).flatMap((facet) => (state.picked[facet] ?? []).map((id) => /** @type {[string, string]} */ ([facet, id])));

/** @param {State} state @returns {number} How many conditions hold. */
export const conditions = (state) => pickedValues(state).length + (state.name ? 1 : 0);

/** Choose a value, or take the choice back. @param {State} state @param {string} facet @param {string} id @returns {State} */
export function toggled(state, facet, id) {
  const old = state.picked[facet] ?? [];
  const ids = old.includes(id) ? old.filter((other) => other !== id) : [...old, id];
  return { ...state, picked: { ...state.picked, [facet]: ids } };
}

/** @param {string} text @returns {string} */
const nameOf = (text) => text.trim().replace(/\s+/g, " ").slice(0, LONGEST);

/**
 * Read an address. What it does not know it leaves out and names, so that the page can say so.
 * @param {string} query With or without "?". @param {(facet: string, id: string) => boolean} knows
 * @returns {{state: State, ignored: string[]}}
 */
export function read(query, knows) {
  const state = nothing(), ignored = [];
  for (const [key, value] of new URLSearchParams(query)) {
    if (Object.hasOwn(FACETS, key) && knows(key, value)) { if (!isPicked(state, key, value)) state.picked[key] = [...(state.picked[key] ?? []), value]; }
    else if (key === "role" && value === "lead") state.lead = true;
    else if (key === "name") state.name = nameOf(value);
    else if (key === "sort" && Object.hasOwn(SORTS, value)) state.sort = value;
    else ignored.push(`${key}=${value}`.slice(0, LONGEST));
  }
  return { state, ignored };
}

/** @param {State} state @returns {string} The query with "?", or nothing; the same state has the same address. */
export function write(state) {
  const query = new URLSearchParams(pickedValues(state));
  if (state.lead) query.set("role", "lead");
  if (nameOf(state.name)) query.set("name", nameOf(state.name));
  if (state.sort) query.set("sort", state.sort);
  return String(query) && `?${query}`;
}

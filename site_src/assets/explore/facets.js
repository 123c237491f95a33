// Filtering, counting and sorting of all tasks. No page, no network: numbers in, numbers out.

import { mark } from "../texts.js";
import { FACETS, pickedValues, toggled } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {{ids: string[], names: string[], number: Map<string, number>, of: number[][]}} Column
 * One facet: its values, and for every task the numbers of the values that it has. */
/** @typedef {{size: number, columns: Object<string, Column>, lead: number[][], join: number[][], targets: number[], starts: number[]}} Tasks
 * `lead`, `join`: units by task; `starts`: number of the first task of each plan. */
/** @typedef {{hits: number[], counts: Object<string, Uint32Array>}} Found */

const KEYS = Object.keys(FACETS);
const TARGET = [["yes", mark("写了目标")], ["no", mark("没有写目标")]];

/** @param {[string, string][]} values @param {number[][]} of @returns {Column} */
function column(values, of) {
  const ids = values.map(([id]) => id);
  return { ids, names: values.map(([, name]) => name), number: new Map(ids.map((id, n) => [id, n])), of };
}

/** Take `facets.json` in (its fields: generator/exports/explore_files.py). @param {any} file @param {(name: string) => string} say The words of the page's language.
 * @returns {Tasks} */
export function loaded({ plans, values, columns }, say = (name) => name) {
  const ofPlan = plans.flatMap(([, , count], n) => Array(count).fill([n])), starts = [];
  plans.reduce((start, [, , count]) => (starts.push(start), start + count), 0);
  const { lead, join, targets } = columns, has = [[0], [1]];
  const made = {
    topic: column(values.topic, columns.topic),
    audience: column(values.audience, columns.audience),
    region: column(values.region, ofPlan.map(([n]) => plans[n][3])),
    plan: column(plans, ofPlan),
    unit: column(values.unit, lead.map((units, i) => [...new Set([...units, ...join[i]])])),
    place: column(values.place, columns.place),
    target: column(TARGET.map(([id, name]) => /** @type {[string, string]} */ ([id, say(name)])), targets.map((count) => has[count ? 0 : 1])),
    by: column(values.by, columns.by),
  };
  return { size: ofPlan.length, columns: made, lead, join, targets, starts };
}

/** The values that count for a task: of units, only the leading ones where that is asked. @param {Tasks} tasks @param {State} state @param {string} facet */
const entries = (tasks, state, facet) => (facet === "unit" && state.lead ? tasks.lead : tasks.columns[facet].of);

/** @param {Tasks} tasks @param {State} state @returns {{facet: string, of: number[][], wanted: Uint8Array}[]} One condition for each facet with choices. */
function conditionsOf(tasks, state) {
  return KEYS.filter((facet) => state.picked[facet]?.length).map((facet) => {
    const { number, ids } = tasks.columns[facet], wanted = new Uint8Array(ids.length);
    for (const id of state.picked[facet]) wanted[number.get(id)] = 1;
    return { facet, of: entries(tasks, state, facet), wanted };
  });
}

/** @param {Uint32Array} counts @param {number[]} values */
function add(counts, values) {
  for (let n = 0; n < values.length; n++) counts[values[n]]++;
}

/** @param {number[]} values @param {Uint8Array} wanted */
function any(values, wanted) {
  for (let n = 0; n < values.length; n++) if (wanted[values[n]]) return true;
  return false;
}

/**
 * Find the tasks that hold every condition (of the choices in one facet, any is enough), and count for every value how many there
 * would be if it alone were chosen in its facet: a task counts where no condition fails, or only that of the value's own facet.
 * @param {Tasks} tasks @param {State} state @param {Uint8Array | null} named 1 for each task whose title holds the words; null where none are asked.
 * @returns {Found}
 */
export function found(tasks, state, named = null) {
  const conditions = conditionsOf(tasks, state), hits = [];
  const columns = KEYS.map((facet) => ({ facet, of: entries(tasks, state, facet) }));
  const counts = Object.fromEntries(KEYS.map((facet) => [facet, new Uint32Array(tasks.columns[facet].ids.length)]));
  for (let task = 0; task < tasks.size; task++) {
    if (named && !named[task]) continue;
    const failed = conditions.filter(({ of, wanted }) => !any(of[task], wanted));
    if (failed.length === 0) {
      hits.push(task);
      for (const { facet, of } of columns) add(counts[facet], of[task]);
    } else if (failed.length === 1) add(counts[failed[0].facet], failed[0].of[task]);
  }
  return { hits, counts };
}

/** @param {Tasks} tasks @param {number} task @returns {number} The first year that the document states; where it states none, after all others. */
const firstYear = (tasks, task) => Number(tasks.columns.by.ids[tasks.columns.by.of[task][0]]) || Infinity;

/** @param {Tasks} tasks @param {number[]} hits In the documents' order. @param {string} sort @returns {number[]} Equal ones stay in that order. */
export function sorted(tasks, hits, sort) {
  const by = { by: (a, b) => firstYear(tasks, a) - firstYear(tasks, b) || 0, targets: (a, b) => tasks.targets[b] - tasks.targets[a] }[sort];
  return by ? [...hits].sort(by) : hits;
}

/**
 * Say what would help where nothing was found: which condition, left out, gives how many.
 * @param {Tasks} tasks @param {State} state @param {Uint8Array | null} named
 * @returns {{facet: string, id: string, count: number}[]} The most helpful first; the words of the title have the facet "name".
 */
export function easier(tasks, state, named) {
  const without = pickedValues(state).map(([facet, id]) => ({ facet, id, count: found(tasks, toggled(state, facet, id), named).hits.length }));
  if (named) without.push({ facet: "name", id: state.name, count: found(tasks, state).hits.length });
  return without.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

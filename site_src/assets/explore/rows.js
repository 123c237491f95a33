// What lists show of tasks: fetched for the plans that a list comes to, kept for the rest of the visit.

/** @typedef {import("./facets.js").Tasks} Tasks */
/** @typedef {{id: string, plan: number, number: number, title: string, lead: string, target: string}} Row */

/** Width and case do not matter, nor spaces inside names. @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase();

/**
 * @param {Tasks} tasks @param {(plan: string) => Promise<any[][]>} fetchPlan The rows of one plan, by its id.
 */
export function rowStore(tasks, fetchPlan) {
  /** @type {Map<number, any[][]>} */
  const plans = new Map();
  /** @type {Map<number, Promise<void>>} Under way. */
  const asked = new Map();
  const { ids, of } = tasks.columns.plan, planOf = (task) => of[task][0];

  /** A plan that could not be had is asked for anew next time. @param {number} plan @returns {Promise<void>} */
  function ask(plan) {
    const one = fetchPlan(ids[plan]).then((rows) => { plans.set(plan, rows); }).finally(() => asked.delete(plan));
    asked.set(plan, one);
    return one;
  }
  /** @param {Iterable<number>} wanted */
  const missing = (wanted) => [...new Set(wanted)].filter((plan) => !plans.has(plan));

  return {
    /** @param {number[]} hits @returns {boolean} Whether all of them can be shown at once. */
    has: (hits) => missing(hits.map(planOf)).length === 0,
    /** @param {number[]} hits @returns {Promise<unknown>} */
    load: (hits) => Promise.all(missing(hits.map(planOf)).map((plan) => asked.get(plan) ?? ask(plan))),
    /** @param {number} task @returns {Row} Of a task that was loaded. */
    row(task) {
      const plan = planOf(task), [local, number, title, lead, target] = plans.get(plan)[task - tasks.starts[plan]];
      return { id: `${ids[plan]}-${local}`, plan, number, title, lead, target };
    },
    /** Mark the tasks whose title holds every word. @param {string} words @returns {Promise<Uint8Array>} */
    async named(words) {
      const wanted = plain(words).split(/\s+/), marks = new Uint8Array(tasks.size);
      await Promise.all(missing(ids.keys()).map((plan) => asked.get(plan) ?? ask(plan)));
      for (const [plan, rows] of plans) rows.forEach((row, n) => { marks[tasks.starts[plan] + n] = Number(wanted.every((word) => plain(row[2]).includes(word))); });
      return marks;
    },
  };
}

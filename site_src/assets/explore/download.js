// The filtered tasks as a table for Excel (CSV) and as JSON. No page, no network: rows in, text out.

import { mark } from "../texts.js";

/** @typedef {import("./facets.js").Tasks} Tasks */

/** Field → heading of the table. @type {Object<string, string>} */
export const FIELDS = {
  id: mark("编号"), plan: mark("规划"), number: mark("条号"), title: mark("任务"), leads: mark("牵头"), participants: mark("参加"), target: mark("最要紧的目标"), targets: mark("目标数"),
  by: mark("到哪年"), topics: mark("主题"), audiences: mark("人群"), places: mark("地方"), url: mark("网址"),
};

/**
 * @param {Tasks} tasks @param {{row: (task: number) => import("./rows.js").Row}} store @param {number[]} hits @param {(id: string) => string} address
 * @returns {Object<string, string | number | null | string[]>[]} In the order of the list. What the document does not say is empty or null.
 */
export function records(tasks, store, hits, address) {
  const { topic, audience, plan, unit, place, by } = tasks.columns, names = (column, values) => values.map((n) => column.names[n]);
  return hits.map((task) => {
    const row = store.row(task);
    return {
      id: row.id, plan: plan.names[row.plan], number: row.number || null, title: row.title,
      leads: names(unit, tasks.lead[task]), participants: names(unit, tasks.join[task]),
      target: row.target || null, targets: tasks.targets[task],
      by: by.of[task].map((n) => by.ids[n]).filter((year) => year !== "none"),
      topics: names(topic, topic.of[task]), audiences: names(audience, audience.of[task]), places: names(place, place.of[task]),
      url: address(row.id),
    };
  });
}

/** One cell. A text that a spreadsheet would run as a formula gets an apostrophe. @param {unknown} value */
function cell(value) {
  const text = Array.isArray(value) ? value.join(";") : String(value ?? ""), safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** With the mark by which Excel knows UTF-8. @param {Object<string, unknown>[]} list @param {(name: string) => string} say The words of the page's language. @returns {string} */
export function csv(list, say = (name) => name) {
  const lines = [Object.values(FIELDS).map((name) => say(name)), ...list.map((record) => Object.keys(FIELDS).map((field) => record[field]))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\n")}\n`;
}

/** One record a line. @param {Object<string, unknown>[]} list @returns {string} */
export const json = (list) => (list.length ? `[\n${list.map((record) => JSON.stringify(record)).join(",\n")}\n]\n` : "[]\n");

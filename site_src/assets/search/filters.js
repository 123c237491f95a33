// What results can be narrowed by.

import { el } from "../elements.js";
import { joined, mark, tr, trn } from "../texts.js";
import { button, named } from "./elements.js";

/** The values of a result by facet; leads and topics may be several. @type {Object<string, (hit: object) => string[]>} */
const FACETS = {
  类别: (hit) => [hit.meta.kind],
  地区: (hit) => [hit.meta.region || NOWHERE],
  规划: (hit) => [hit.meta.plan],
  主题: (hit) => (hit.meta.topics ?? "").split("、"),
  牵头单位: (hit) => (hit.meta.lead ?? "").split("、"),
  到哪年: (hit) => [hit.meta.year],
};
/** What the facets are called; the keys stay Chinese, since they are never shown. @type {Object<string, string>} */
const NAMES = { 类别: mark("类别"), 地区: mark("地区"), 规划: mark("规划"), 主题: mark("主题"), 牵头单位: mark("牵头单位"), 到哪年: mark("到哪年") };
const NOWHERE = mark("不分地区");
/** A value in the language of the page: a word of the interface or a name. @param {string} facet @param {string} value @param {Object<string, string>} values */
const shown = (facet, value, values) => (facet === "类别" || value === NOWHERE ? tr(value) : named(value, values));
const VALUES = 8; // Shown of one facet, the most frequent first.

/** Whether a result has every value that was picked. @param {object} hit @param {Object<string, string>} picked */
export const kept = (hit, picked) => Object.entries(picked).every(([facet, value]) => !value || FACETS[facet](hit).includes(value));

/** @param {object[]} hits @param {(hit: object) => string[]} of @returns {[string, number][]} Each value with how many have it. */
function counted(hits, of) {
  const counts = new Map();
  for (const value of hits.flatMap(of)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** One facet with its values as buttons; nothing where there is no choice. */
function group(facet, hits, picked, pick, names) {
  const values = counted(hits, FACETS[facet]);
  if (values.length < 2) return null;
  const rows = values.filter(([value], i) => i < VALUES || value === picked[facet]);
  const buttons = rows.map(([value, count]) => button(`${shown(facet, value, names)} ${count}`, () => pick(facet, value), { "aria-pressed": String(picked[facet] === value), "data-value": value }));
  return el("div", { role: "group", "aria-label": tr(NAMES[facet]), "data-group": facet }, el("span", {}, tr(NAMES[facet])), ...buttons);
}

/** Fill the drawer. @param {HTMLDetailsElement} drawer @param {object[]} hits @param {Object<string, string>} picked @param {(facet: string, value: string) => void} onPick @param {Object<string, string>} values Names in the language of the page. */
export function drawFilters(drawer, hits, picked, onPick, values) {
  const [summary, panel] = drawer.children, chosen = Object.entries(picked).filter(([, value]) => value).map(([facet, value]) => shown(facet, value, values));
  const pick = (facet, value) => {
    onPick(facet, value);
    // The buttons were drawn again: the keyboard's place would be lost.
    [...drawer.querySelectorAll(`[data-group="${facet}"] button`)].find((b) => b.dataset.value === value)?.focus();
  };
  summary.textContent = chosen.length ? tr("只看：{what}", { what: joined(chosen) }) : trn("在这{n}条里按类别、地区、规划等筛选", hits.length);
  panel.replaceChildren(...Object.keys(FACETS).map((facet) => group(facet, hits, picked, pick, values)).filter(Boolean));
  drawer.hidden = hits.length < 2;
}

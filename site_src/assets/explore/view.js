// What the page of filters looks like: its frame, the chips, the list, and what is said where nothing is left. Text only, never markup.

import { el, own } from "../elements.js";
import { joined, tr, trn } from "../texts.js";
import { FACETS, SORTS, pickedValues } from "./state.js";

/** @typedef {import("./state.js").State} State */
/** @typedef {import("./facets.js").Tasks} Tasks */

/** @param {string} text @param {() => void} click @param {string} kind */
export const button = (text, click, kind = "") => el("button", { type: "button", class: `mg-explore__button ${kind}`.trim(), click }, text);

/** Put the whole frame into the page, empty. @param {HTMLElement} root @param {Node} filters */
export function frame(root, filters) {
  const parts = {
    count: el("p", { class: "mg-explore__count", role: "status", tabindex: "-1" }, tr("正在取任务…")),
    open: el("button", { type: "button", class: "mg-explore__button mg-explore__open", "aria-haspopup": "dialog" }, tr("筛选")),
    ignored: el("p", { class: "mg-notice mg-explore__ignored", role: "status", hidden: "hidden" }),
    chips: el("ul", { class: "mg-explore__chips", "aria-label": tr("已选的条件") }),
    side: el("section", { class: "mg-explore__side", "aria-label": tr("筛选条件") }, filters),
    sort: el("select", { id: "mg-explore-sort" }, ...Object.entries(SORTS).map(([value, name]) => el("option", { value }, tr(name)))),
    list: el("div", { class: "mg-rows mg-explore__list" }),
    more: el("p", { class: "mg-explore__more" }),
    download: el("p", { class: "mg-explore__download" }),
    shade: el("div", { class: "mg-explore__body" }),
    apply: el("button", { type: "button", class: "mg-explore__button mg-explore__apply" }),
    clear: el("button", { type: "button", class: "mg-explore__button" }, tr("全部清除")),
    close: el("button", { type: "button", class: "mg-explore__button", "aria-label": tr("关闭筛选") }, tr("关闭")),
  };
  parts.sort.options[0].value = ""; // An empty attribute is left out, and the text would stand for it.
  const title = el("p", { class: "mg-explore__title", id: "mg-explore-title" }, tr("筛选任务"));
  parts.drawer = el("dialog", { class: "mg-explore__drawer", "aria-labelledby": "mg-explore-title" },
    el("div", { class: "mg-explore__head" }, title, parts.close), parts.shade, el("div", { class: "mg-explore__foot" }, parts.clear, parts.apply));
  root.replaceChildren(
    el("div", { class: "mg-explore__bar" }, parts.count, parts.open), parts.ignored, parts.chips,
    el("div", { class: "mg-explore__columns" }, parts.side,
      el("div", {}, el("p", { class: "mg-explore__sort" }, el("label", { for: "mg-explore-sort" }, tr("排列")), parts.sort), parts.list, parts.more, parts.download)),
    parts.drawer);
  return parts;
}

/** What a condition is called. @param {Tasks} tasks @param {State} state @param {string} facet @param {string} id */
export function nameOf(tasks, state, facet, id) {
  if (facet === "name") return tr("名称里有“{words}”", { words: id });
  const { names, number } = tasks.columns[facet], name = names[number.get(id)];
  return facet === "by" && id === "none" ? tr("没写到哪年") : facet === "unit" && state.lead ? tr("{name}牵头", { name }) : name;
}

/** @param {State} state @returns {[string, string][]} Everything that can be taken back, one by one. */
const removable = (state) => [...pickedValues(state), ...(state.name ? [/** @type {[string, string]} */ (["name", state.name])] : [])];

/**
 * One button for each condition, and one for all.
 * @param {HTMLElement} place @param {Tasks} tasks @param {State} state
 * @param {{remove: (facet: string, id: string, at: number) => void, clear: () => void}} act
 */
export function drawChips(place, tasks, state, act) {
  const chips = removable(state).map(([facet, id], at) => {
    const name = nameOf(tasks, state, facet, id), chip = button(name, () => act.remove(facet, id, at), "mg-explore__chip");
    chip.setAttribute("aria-label", tr("去掉条件：{what}", { what: `${facet === "name" ? "" : `${tr(FACETS[facet])} `}${name}` }));
    chip.append(el("span", { "aria-hidden": "true" }, "×"));
    return el("li", {}, chip);
  });
  if (chips.length) chips.push(el("li", {}, button(tr("全部清除"), () => act.clear(), "mg-explore__clear")));
  place.replaceChildren(...chips);
  place.hidden = chips.length === 0;
}

/** @param {import("./rows.js").Row} row @param {Tasks} tasks @param {number} task @param {(id: string) => string} address */
function item(row, tasks, task, address) {
  const { plan, topic } = tasks.columns, topics = joined(topic.of[task].map((n) => topic.names[n]));
  return el("li", {},
    row.number > 0 && el("span", { class: "mg-number" }, tr("第{number}条", { number: row.number })), row.number > 0 && " ",
    el("a", { href: address(row.id) }, own(row.title)),
    ...[row.lead, row.target && tr("目标：{what}", { what: row.target }), `${plan.names[row.plan]}${topics && ` · ${topics}`}`].map((line) => line && el("span", { class: "mg-meta" }, own(line))));
}

/** @param {HTMLElement} place @param {Tasks} tasks @param {{row: (task: number) => import("./rows.js").Row}} store @param {number[]} shown @param {(id: string) => string} address */
export function drawRows(place, tasks, store, shown, address) {
  place.replaceChildren(el("ul", { "aria-label": tr("任务") }, ...shown.map((task) => item(store.row(task), tasks, task, address))));
}

/**
 * Nothing is left: say which condition, taken back, gives how many.
 * @param {HTMLElement} place @param {Tasks} tasks @param {State} state @param {{facet: string, id: string, count: number}[]} offers
 * @param {{remove: (facet: string, id: string, at: number) => void, clear: () => void}} act
 */
export function drawEmpty(place, tasks, state, offers, act) {
  const lines = offers.map(({ facet, id, count }) => el("li", {}, button(trn("去掉“{what}”，有{n}条", count, { what: nameOf(tasks, state, facet, id).replace(/[“”]/g, "") }), () => act.remove(facet, id, 0))));
  place.replaceChildren(el("div", { class: "mg-explore__empty" }, el("p", {}, tr("没有同时符合这些条件的任务。")),
    el("p", {}, lines.length ? tr("去掉其中一个条件试试：") : tr("只去掉一个条件还不够，可以全部清除，从头选起。")),
    el("ul", {}, ...lines, el("li", {}, button(tr("全部清除"), () => act.clear())))));
}

/** @param {HTMLElement} place @param {number} count @param {(kind: "csv" | "json") => void} save */
export function drawDownload(place, count, save) {
  place.replaceChildren(...(count ? [trn("下载这{n}条：", count), button(tr("表格（CSV）"), () => save("csv")), button("JSON", () => save("json"))] : []));
}

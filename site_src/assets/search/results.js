// The list of results: the best few first, then everything else by kind.

import { el, own } from "../elements.js";
import { mark, markc, tr, trc, trn } from "../texts.js";
import { button, marked, named, sentence } from "./elements.js";

/** What a result may be (generator/search/records.py): the records say it in Chinese. */
export const KINDS = [mark("任务"), mark("主题"), mark("人群"), mark("名词"), mark("指标"), mark("单位"), mark("地方"), mark("项目"), mark("规划"), mark("章节")];
/** What several of a kind are called; all are said with this context. */
export const SEVERAL = [
  markc("几个", "任务"), markc("几个", "主题"), markc("几个", "人群"), markc("几个", "名词"), markc("几个", "指标"),
  markc("几个", "单位"), markc("几个", "地方"), markc("几个", "项目"), markc("几个", "规划"), markc("几个", "章节"),
];

const BEST = 3; // Of any kind, on top.
const ROWS = 5; // Of one kind until more are asked for.

/** Tasks may stand above what the words name, five at most: the first row is always the best. @param {object[]} hits @returns {object[]} */
export function inOrder(hits) {
  const answers = (hit) => hit.meta.kind !== "任务" && hit.direct;
  const direct = hits.filter(answers), others = hits.filter((h) => !answers(h));
  const above = hits.length && answers(hits[0]) ? 0 : direct.length ? 5 : others.length;
  return [...others.slice(0, above), ...direct, ...others.slice(above)];
}

/** @param {object} hit @param {string[]} said The words of the question. @param {(url: string) => string} link */
function row({ meta, url }, said, link, { titles, values }) {
  const title = titles[url.replace(/^\//, "")];
  const line = sentence(meta.text ?? "", said), number = meta.number && tr("第{number}条", { number: meta.number.replace(/\D/g, "") }), label = [number, named(meta.plan || meta.region, values)].filter(Boolean).join(" · ");
  const facts = meta.kind === "任务" ? [meta.lead && tr("牵头：{who}", { who: named(meta.lead, values) }), meta.target && tr("目标：{what}", { what: meta.target })] : [];
  return el("li", {},
    el("p", { class: "mg-kind" }, el("span", { class: "mg-tag" }, tr(meta.kind)), label && " ", label && own(label)),
    el("h3", {}, el("a", { href: link(url), ...(title ? {} : { lang: "zh" }) }, ...(title ? [title, " ", own(meta.name)] : marked(meta.name, said)))),
    line && el("p", { class: "mg-line", lang: "zh" }, ...marked(line, said)),
    ...facts.map((fact) => fact && el("p", { class: "mg-meta" }, own(fact))));
}

/** A heading and its rows; those beyond the first wait behind a button. */
function section(title, hits, most, toRow) {
  const list = el("ol", {}, ...hits.slice(0, most).map(toRow)), hidden = hits.slice(most);
  const made = el("section", {}, el("h2", { class: "mg-group" }, title), list);
  if (!hidden.length) return made;
  const more = button(trn("再看{n}条", hidden.length), () => {
    const from = list.children.length;
    list.append(...hidden.map(toRow));
    more.remove();
    list.children[from].querySelector("a").focus();
  });
  made.append(more);
  return made;
}

/** Draw all results in the order given. @param {HTMLElement} box @param {object[]} hits @param {string[]} said @param {(url: string) => string} link
 * @param {{titles: Object<string, string>, values: Object<string, string>}} names In the language of the page. */
export function drawResults(box, hits, said, link, names) {
  const toRow = (hit) => row(hit, said, link, names), kinds = new Map();
  for (const hit of hits.slice(BEST)) kinds.set(hit.meta.kind, [...(kinds.get(hit.meta.kind) ?? []), hit]);
  const groups = [...kinds].map(([kind, some]) => section(tr("{name}（{count}）", { name: trc("几个", kind), count: some.length }), some, ROWS, toRow));
  const best = hits.slice(0, BEST), focused = box.contains(document.activeElement) ? document.activeElement.href : "";
  box.replaceChildren(...(best.length ? [section(groups.length ? tr("最相关") : tr("找到的"), best, BEST, toRow)] : []), ...groups);
  if (focused) [...box.querySelectorAll("h3 a")].find((a) => a.href === focused)?.focus(); // Drawn again under the keyboard.
}

// The page of search: field, suggestions, results, filters. Data is only ever put into the page as text, never as markup.

import { pageAddress, readJson } from "../data.js";
import { openIndex } from "./engine.js";
import { answer } from "./ranking.js";
import { keyOf, lexiconOf, nearest, normalise, suggestions } from "./words.js";

const PAGE = 10; // Results shown at once.

/** Make an element; strings become text. @param {string} tag @param {Object<string, string>} attributes @param {...(Node | string)} children */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(name, value);
  made.append(...children.filter(Boolean));
  return made;
}

/** @param {string} text @param {string[]} words @returns {(Node | string)[]} */
function marked(text, words) {
  const safe = words.filter(Boolean).sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return safe.length ? text.split(new RegExp(`(${safe.join("|")})`, "i")).map((part, i) => (i % 2 ? el("mark", {}, part) : part)) : [text];
}

/** The sentence with most of the words. @param {string} text @param {string[]} words */
function sentence(text, words) {
  const all = text.match(/[^。；！？]+[。；！？]?/g) ?? [""], count = (s) => words.filter((w) => s.toLowerCase().includes(w)).length;
  return all.reduce((best, s) => (count(s) > count(best) ? s : best));
}

/** By what results can be narrowed, and the values of one of them: leads and topics may be several. @type {Object<string, (hit: object) => string[]>} */
const FACETS = {
  类别: (hit) => [hit.meta.kind],
  地区: (hit) => [hit.meta.region || "不分地区"],
  规划: (hit) => [hit.meta.plan],
  主题: (hit) => (hit.meta.topics ?? "").split("、"),
  牵头单位: (hit) => (hit.meta.lead ?? "").split("、"),
  到哪年: (hit) => [hit.meta.year],
};
const VALUES = 8; // Shown of one facet, the most frequent first.

/** @param {object[]} hits @param {(hit: object) => string[]} of @returns {[string, number][]} Each value with how many have it. */
function counted(hits, of) {
  const counts = new Map();
  for (const value of hits.flatMap(of)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Wire the page. @param {HTMLFormElement} form */
function start(form) {
  const at = (id) => document.getElementById(`mg-${id}`), input = at("q"), list = at("results"), status = at("status"), suggest = at("suggest"), filters = at("filters");
  const here = new URL(".", document.baseURI), root = new URL("..", here), link = (url) => pageAddress(url, root);
  const state = { turn: 0, offers: 0, timer: 0, shown: PAGE, active: -1, hits: [], asked: null, picked: {} };
  let words, index;
  const lexicon = () => (words ??= readJson(new URL("words.json", here)).then(lexiconOf));
  const pagefind = () => (index ??= openIndex(new URL("pagefind/", here).pathname));
  const kept = (hit) => Object.entries(state.picked).every(([facet, value]) => !value || FACETS[facet](hit).includes(value));
  const answers = (hit) => hit.meta.kind !== "任务" && hit.direct;
  function row(hit, heading) {
    const { meta } = hit, said = state.asked.terms.map(([term]) => term.text), line = sentence(meta.text ?? "", said);
    const facts = meta.kind === "任务" ? [meta.lead && `牵头：${meta.lead}`, meta.target && `目标：${meta.target}`] : [];
    const label = [meta.number, meta.plan || meta.region].filter(Boolean).join(" · ");
    return el("li", {}, heading && el("h2", { class: "mg-group" }, heading),
      el("p", { class: "mg-kind" }, el("span", { class: "mg-tag" }, meta.kind), label && ` ${label}`),
      el("h3", {}, el("a", { href: link(hit.url) }, ...marked(meta.name, said))),
      line && el("p", { class: "mg-line" }, ...marked(line, said)), ...facts.map((fact) => fact && el("p", { class: "mg-meta" }, fact)));
  }
  /** The group of the best hit comes first, so that the first row is always the best; five tasks at most stand above the answers. */
  function show() {
    const hits = state.hits.filter(kept), direct = hits.filter(answers), tasks = hits.filter((h) => !answers(h));
    const above = hits.length && answers(hits[0]) ? 0 : direct.length ? 5 : tasks.length;
    const sorted = [...tasks.slice(0, above), ...direct, ...tasks.slice(above)], shown = sorted.slice(0, state.shown);
    const name = (h, i) => (answers(h) ? "直接对应" : above && i >= above ? "其余任务和项目" : "任务和项目");
    const head = (h, i) => (i === 0 || answers(h) !== answers(shown[i - 1]) ? name(h, i) : "");
    list.replaceChildren(...shown.map((h, i) => row(h, head(h, i))));
    const more = el("button", { type: "button", class: "mg-button" }, "再看10条");
    more.addEventListener("click", () => { const from = state.shown; state.shown += PAGE; show(); list.children[from]?.querySelector("a")?.focus(); });
    at("more")?.remove();
    if (sorted.length > shown.length) list.after(el("p", { id: "mg-more" }, more));
    showFilters();
  }
  function showFilters() {
    const [summary, panel] = filters.children, picked = Object.values(state.picked).filter(Boolean);
    summary.textContent = picked.length ? `只看：${picked.join("、")}` : "按类别、地区、规划等筛选";
    panel.replaceChildren(...Object.entries(FACETS).map(([facet, of]) => {
      const values = counted(state.hits, of);
      const rows = values.filter(([value], i) => i < VALUES || value === state.picked[facet]);
      return values.length > 1 && el("div", { role: "group", "aria-label": facet, "data-group": facet }, el("span", {}, facet), ...rows.map((row) => filterButton(facet, ...row)));
    }).filter(Boolean));
    filters.hidden = state.hits.length < 2;
  }
  function filterButton(facet, value, count) {
    const on = state.picked[facet] === value;
    const button = el("button", { type: "button", class: "mg-button", "aria-pressed": String(on) }, `${value} ${count}`);
    button.addEventListener("click", () => { state.picked[facet] = on ? "" : value; state.shown = PAGE; show(); refocus(facet, value); });
    return button;
  }
  /** Drawing the buttons again would lose the keyboard's place. */
  const refocus = (group, value) => [...filters.querySelectorAll(`[data-group="${group}"] button`)].find((b) => b.textContent.startsWith(`${value} `))?.focus();
  function tell({ hits, count, meant, how }, query, lex) {
    const name = (key) => lex.byKey.get(key)?.[0]?.word ?? key;
    const said = how === "pinyin" ? `按拼音理解为：${name(meant)}。` : how === "sound" ? `没有找到“${query}”，按“${name(meant)}”搜。` : "";
    const back = how && el("button", { type: "button", class: "mg-button" }, "仍搜原词");
    if (back) back.addEventListener("click", () => search(true));
    const near = hits.length ? [] : nearest(keyOf(query), lex);
    status.replaceChildren(said, hits.length ? `找到${count}条最相关的。` : `没有找到和“${query}”有关的内容。`, back || "",
      ...(near.length ? ["字面相近的词：", ...near.flatMap((k) => [el("a", { href: `?q=${encodeURIComponent(k)}` }, name(k)), " "])] : []));
    status.dataset.turn = String(state.turn); // For those who wait for the answer to this question.
  }
  async function run(literal = false) {
    const turn = ++state.turn, lex = await lexicon(), query = normalise(input.value, lex.simple).slice(0, 60);
    if (!query) return clear();
    status.textContent = "正在找…";
    const found = await answer(await pagefind(), query, lex, literal);
    if (turn !== state.turn) return;
    const direct = new Set([found.meant, ...found.asked.known, ...found.asked.regions].flatMap((k) => lex.byKey.get(keyOf(k)) ?? []).map((w) => `/${w.url}`));
    for (const hit of found.hits) hit.direct = direct.has(hit.url);
    Object.assign(state, { hits: found.hits, asked: found.asked, shown: PAGE, picked: {} });
    show();
    tell(found, input.value.trim(), lex);
    found.rest().then((more) => { if (turn === state.turn) append(more); }, () => {}); // What is shown stays where it is.
  }
  function append(more) {
    state.hits.push(...more);
    if (Object.values(state.picked).some(Boolean)) show(); else showFilters();
  }
  const forget = () => { words = index = undefined; };
  /** Pagefind keeps failed downloads, so a second try needs a new instance. */
  const search = (literal) => run(literal).catch(() => { forget(); return run(literal); })
    .catch(() => { forget(); status.textContent = "搜索的数据没有取到，请刷新再试。"; });
  function clear() {
    Object.assign(state, { hits: [], asked: null, turn: state.turn + 1 });
    list.replaceChildren(); status.replaceChildren(); filters.hidden = true; at("more")?.remove();
  }
  function remember(push) {
    const url = new URL(location.pathname, location.href), query = input.value.trim(); // On disk only the query may change, not the path.
    if (query) url.searchParams.set("q", query);
    if (push && url.href !== location.href) history.pushState(null, "", url); else history.replaceState(null, "", url);
  }
  async function offer() {
    const turn = ++state.offers, lex = await lexicon(), key = keyOf(normalise(input.value, lex.simple));
    if (turn !== state.offers) return;
    const found = key && document.activeElement === input ? suggestions(key, lex) : [];
    suggest.replaceChildren(...found.map((word, i) => {
      const option = el("li", { role: "option", id: `mg-option-${i}`, "aria-selected": "false" }, el("span", {}, word.word), " ", el("span", { class: "mg-tag" }, word.kind));
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(word));
      return option;
    }));
    state.active = -1;
    open(found.length > 0);
  }
  function open(yes) { suggest.hidden = !yes; input.setAttribute("aria-expanded", String(yes)); if (!yes) input.removeAttribute("aria-activedescendant"); }
  function choose(word) { if (word.own) { location.href = link(word.url); return; } input.value = word.word; submit(); }
  function submit() { clearTimeout(state.timer); state.offers++; open(false); remember(true); search(); }
  function move(step) {
    const options = [...suggest.children];
    state.active = (state.active + step + options.length + (state.active < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === state.active)));
    input.setAttribute("aria-activedescendant", options[state.active].id);
    options[state.active].scrollIntoView({ block: "nearest" });
  }
  function key(event) {
    if (event.isComposing) return; // Enter and arrows belong to the input method while it is open.
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !suggest.hidden) { event.preventDefault(); move(step); }
    else if (event.key === "Escape" && !suggest.hidden) { event.preventDefault(); open(false); }
    else if (event.key === "Enter" && !suggest.hidden && state.active >= 0) { event.preventDefault(); suggest.children[state.active].click(); }
  }
  function typed(event) {
    if (event.isComposing) return;
    offer().catch(() => {});
    clearTimeout(state.timer);
    state.timer = setTimeout(() => { remember(false); search(); }, 200);
  }
  function restore() { input.value = new URL(location.href).searchParams.get("q") ?? ""; if (input.value) search(); else clear(); }

  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "mg-suggest", "aria-autocomplete": "list" })) input.setAttribute(name, value);
  suggest.setAttribute("role", "listbox"); suggest.setAttribute("aria-label", "建议的词");
  Promise.all([lexicon(), pagefind()]).catch(forget); // Whoever opened this page is about to ask.
  input.addEventListener("input", typed);
  input.addEventListener("compositionend", typed);
  input.addEventListener("keydown", key);
  input.addEventListener("blur", () => open(false));
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  addEventListener("popstate", restore);
  restore();
}

const form = document.querySelector("form.mg-find");
if (form && document.getElementById("mg-results")) start(form);

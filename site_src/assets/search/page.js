// The page of search: what was asked, the answer to it, and the address that says both.

import { pageAddress, readJson } from "../data.js";
import { el } from "../elements.js";
import { tr, trn } from "../texts.js";
import { combobox } from "./combobox.js";
import { button } from "./elements.js";
import { openIndex } from "./engine.js";
import { drawFilters, kept } from "./filters.js";
import { answer } from "./ranking.js";
import { drawResults, inOrder } from "./results.js";
import { keyOf, lexiconOf, nearest, normalise, suggestions } from "./words.js";

const WAIT = 200; // Milliseconds after the last key before a question is asked.
const PART = 0.5; // Where less of the question stands in any of the best, nothing really answers it.
const LONGEST = 60; // Characters of a question that are read.

const at = (id) => document.getElementById(`mg-${id}`);
const form = document.querySelector("form.mg-find"), input = at("q"), status = at("status"), results = at("results"), filters = at("filters");
const here = new URL(".", document.baseURI), root = new URL("..", here);
const link = (url) => pageAddress(url, root);

/** What is shown now. @type {{turn: number, hits: object[], said: string[], picked: Object<string, string>, titles: Object<string, string>, values: Object<string, string>}} */
const state = { turn: 0, hits: [], said: [], picked: {}, titles: {}, values: {} };

let words, index;
const lexicon = () => (words ??= readJson(new URL("words.json", here)).then(lexiconOf));
const engine = () => (index ??= openIndex(new URL(".", new URL(form.dataset.index, here)).pathname));
/** The engine keeps failed downloads, so another try needs a new one. */
const forget = () => { words = index = undefined; };

function show() {
  drawResults(results, state.hits.filter((hit) => kept(hit, state.picked)), state.said, link, state);
  drawFilters(filters, state.hits, state.picked, pick, state.values);
}

function pick(facet, value) {
  state.picked[facet] = state.picked[facet] === value ? "" : value;
  show();
}

function clear() {
  Object.assign(state, { hits: [], said: [], picked: {}, turn: state.turn + 1 });
  results.replaceChildren();
  status.replaceChildren();
  filters.hidden = true;
}

/** Say how the question was read and how much was found. @param {object} found @param {string} query @param {object} lex */
function tell({ asked, hits, count, meant, how, met, whole }, query, lex) {
  const part = met < PART;
  const name = (key) => lex.byKey.get(key)?.[0]?.word ?? key;
  const read = how === "name" ? tr("规划里写作“{meant}”。", { meant }) : how === "pinyin" ? tr("按拼音理解为：{meant}。", { meant: name(meant) }) : how === "sound" ? tr("没有找到“{query}”，按“{meant}”搜。", { query, meant: name(meant) }) : "";
  const said = !hits.length ? tr("没有找到和“{query}”有关的内容。", { query }) : part ? trn("没有哪一条直接说到“{query}”。下面{n}条可能有关。", count, { query }) : asked.unwritten ? trn("规划里没有写“{word}”这个说法，按意思找到{n}条。", count, { word: name(keyOf(meant)) }) : trn("找到{n}条最相关的。", count);
  const near = hits.length && !part ? [] : nearest(keyOf(query), lex);
  const links = near.map((key) => el("a", { href: `?q=${encodeURIComponent(key)}` }, name(key)));
  const all = whole && el("a", { href: link(whole.url) }, whole.name);
  status.replaceChildren(read, said, all ? tr("也可以看") : "", all || "", all ? " " : "", how && button(tr("仍搜原词"), () => search(true)), near.length ? tr("字面相近的词：") : "", ...links.flatMap((a) => [a, " "]));
  status.dataset.turn = String(state.turn); // For those who wait for the answer to this question.
}

/** The records that carry a name that was asked for. */
function named(found, lex) {
  const keys = [found.meant, ...found.asked.known, ...found.asked.regions].map(keyOf);
  return new Set(keys.flatMap((key) => lex.byKey.get(key) ?? []).map((word) => `/${word.url}`));
}

async function run(literal) {
  const turn = ++state.turn, lex = await lexicon(), query = normalise(input.value, lex.simple).slice(0, LONGEST);
  if (!query) return clear();
  status.textContent = tr("正在找…");
  const found = await answer(await engine(), query, lex, literal);
  if (turn !== state.turn) return;
  const direct = named(found, lex), known = (hits) => hits.map((hit) => Object.assign(hit, { direct: direct.has(hit.url) }));
  Object.assign(state, { hits: inOrder(known(found.hits)), said: found.asked.terms.map(([term]) => term.text), picked: {}, titles: lex.titles, values: lex.values });
  show();
  tell(found, input.value.trim(), lex);
  found.rest().then((more) => { if (turn === state.turn) append(known(more)); }, () => {});
}

/** Less fitting results follow: what stands on top stays there. @param {object[]} more */
function append(more) {
  state.hits.push(...more);
  show();
  results.dataset.turn = String(state.turn); // All of the answer stands there now.
}

async function search(literal = false) {
  try {
    await run(literal).catch(() => { forget(); return run(literal); });
  } catch {
    forget();
    status.textContent = tr("搜索的数据没有取到，请检查网络，刷新再试。");
  }
}

/** Write the question into the address: a new entry for one that was sent, the same one while it is typed. @param {boolean} push */
function remember(push) {
  const url = new URL(location.pathname, location.href), query = input.value.trim(); // On disk only the query may change.
  if (query) url.searchParams.set("q", query);
  if (push && url.href !== location.href) history.pushState(null, "", url);
  else history.replaceState(null, "", url);
}

function restore() {
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  if (input.value) search();
  else clear();
}

/** A name in the language of the page belongs to one thing, whose page answers. @param {object} word */
const foreign = (word) => state.titles[word.url] === word.word;

/** Wire the page. */
function start() {
  let timer = 0;
  const submit = () => { clearTimeout(timer); box.close(); remember(true); search(); };
  const choose = (word) => { if (word.own || foreign(word)) location.href = link(word.url); else { input.value = word.word; submit(); } };
  const offers = async (text) => { const lex = await lexicon(), key = keyOf(normalise(text, lex.simple)); state.titles = lex.titles; return key ? suggestions(key, lex) : []; };
  const box = combobox(input, at("suggest"), offers, choose);
  const typed = (event) => {
    if (event.isComposing) return;
    box.offer().catch(() => {});
    clearTimeout(timer);
    timer = setTimeout(() => { remember(false); search(); }, WAIT);
  };
  input.addEventListener("input", typed);
  input.addEventListener("compositionend", typed);
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  addEventListener("popstate", restore);
  Promise.all([lexicon(), engine()]).catch(forget); // Whoever opened this page is about to ask.
  restore();
}

if (form && results) start();

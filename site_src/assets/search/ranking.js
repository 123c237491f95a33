// Asks the index (engine.js) for each part of a question and ranks what it finds by what the words mean here.

import { tr } from "../texts.js";
import { EMPTY, FILLER, HAN, cut, fromPinyin, keyOf, kindMark, normalise, numberOf, phraseOf, regionNames, segment, shortFor, soundsLike, titled } from "./words.js";

/** @typedef {{text: string, role: "known" | "rest" | "region" | "pair" | "topic", weight: number}} Term */
/** @typedef {{id: string, score: number, met: Set<Term>, phrase: boolean, url: string, meta: Object<string, string>}} Hit */

const POOL = 40; // Records fetched for one question:
const FIRST = 12; // so many at once, which a slow phone gets within a second; the others after they are shown.
const YEAR = /^20\d\d年?$/; // Said with almost everything.
const ALL = 3000; // About as many records as there are; only the shape of the curve matters.
/** @param {number} count */
const rarity = (count) => Math.log(1 + ALL / Math.max(1, count)) / Math.log(1 + ALL);

/** Results that hold the text as a phrase, with the score of the plain search: Pagefind scores phrases flatly, and silently
 * leaves out words that it does not know. @param {object} pf @param {string} text */
export async function matches(pf, text) {
  const phrase = phraseOf(text);
  if (!phrase) return [];
  if ([...phrase].length === 1) return (await pf.search(phrase)).results; // A character alone begins a pair, or ends a run: Pagefind finds beginnings.
  const exact = new Set((await pf.search(`"${phrase}"`)).results.map((r) => r.id));
  return exact.size ? (await pf.search(phrase)).results.filter((r) => exact.has(r.id)) : [];
}

/** How the texts write a region: 阿右旗 and 呼和浩特 stand for one plan, whose texts say 右旗 and 新城区. */
function written(name, lexicon) {
  const tail = lexicon.places.get(name)?.size === 1 ? regionNames([...lexicon.full.get(name)][0])[1] : name;
  return lexicon.byKey.get(tail)?.some((w) => w.kind === "主题") ? name : tail;
}

/** A part that stands nowhere gives up its filler, then its order: its longest pieces that stand somewhere.
 * @param {object} pf @param {string} text @returns {Promise<[Term, object[]][]>} */
async function restTerms(pf, text) {
  const found = await matches(pf, text), bare = text.replace(FILLER, " ");
  if (found.length || text.length < 3 || /[a-z0-9]/.test(text)) return [[{ text, role: "rest", weight: YEAR.test(text) ? 0.2 : bare === text || text.length > 3 ? 0.6 : 0.1 }, found]];
  const all = bare.split(" ").filter(Boolean), long = all.filter((p) => p.length > 1), pieces = long.length ? long : all; // 牛得病了: 牛, 病
  if (pieces.join() !== text) return (await Promise.all(pieces.map((p) => restTerms(pf, p)))).flat();
  for (let size = Math.min(text.length - 1, 6); size > 1; size--) {
    const parts = Array.from({ length: text.length - size + 1 }, (_, i) => text.slice(i, i + size));
    const tried = await Promise.all(parts.map((part) => matches(pf, part)));
    if (tried.some((r) => r.length)) return parts.map((part, i) => [{ text: part, role: "pair", weight: size > 2 ? 0.6 : 0.25 }, tried[i]]);
  }
  return [];
}

/** Records of the kinds that a word names, so that its own page is among those fetched however many texts have the word. */
async function named(pf, text, words) {
  const kinds = [...new Set(words.map((w) => w.kind))];
  return (await Promise.all(kinds.map(async (kind) => (await pf.search(`${phraseOf(text)} ${kindMark(kind)}`)).results.slice(0, 4)))).flat();
}

/** A word for people says who asks rather than what; beside other words it counts half. @param {string} word @param {object} parts @param {Lexicon} lexicon */
function weightOf(word, parts, lexicon) {
  const people = lexicon.byKey.get(word).some((w) => w.kind === "人群");
  return people && parts.known.length + parts.rest.length > 1 ? 0.5 : 1;
}

/** The topics that a word of everyday speech stands for, where the word alone would find too little: 上学 also means what is filed under its topic.
 * @param {object} parts @param {Lexicon} lexicon @returns {string[]} Their names. */
function topicsOf(parts, lexicon) {
  const said = parts.known.flatMap((word) => lexicon.byKey.get(word)).filter((w) => w.kind === "主题");
  const names = said.map((w) => lexicon.names.get(w.url)).filter(Boolean);
  return [...new Set(names)];
}

/** Whether no text says a word, and only what editors wrote beside a thing (synonyms) has it. @param {string} text @param {object[]} found @param {Lexicon} lexicon */
function isUnwritten(text, found, lexicon) {
  const entries = lexicon.byKey.get(text);
  return entries.every((w) => !w.own && w.kind !== "规划") && found.length <= new Set(entries.map((w) => w.url)).size;
}

/** @param {object} pf @param {string} query @param {Lexicon} lexicon */
async function gather(pf, query, lexicon) {
  const parts = cut(query, lexicon), number = numberOf(query) || Number(query.match(/^[a-z]+(?:-[a-z0-9]+)+-(\d{3})$/)?.[1] ?? 0), topics = topicsOf(parts, lexicon);
  const term = (text, role, weight, change = (found) => found) => matches(pf, role === "region" ? written(text, lexicon) : text).then((found) => [{ text, role, weight }, change(found)]);
  const long = parts.known.length + parts.regions.length + parts.rest.length > 1;
  const known = await Promise.all(parts.known.map((text) => term(text, "known", weightOf(text, parts, lexicon))));
  const unwritten = known.length > 0 && known.every(([{ text }, found]) => isUnwritten(text, found, lexicon));
  const asked = [
    ...parts.regions.map((text) => term(text, "region", 0.6, (found) => found.map((r) => ({ ...r, score: 1 })))),
    ...(number ? [term(`第${number}条`, "known", 2)] : []),
    ...(long || unwritten ? topics.map((text) => term(text, "topic", 0.3)) : []),
  ];
  const core = keyOf(query.replace(EMPTY, " ")), short = shortFor(core, lexicon);
  const pages = await Promise.all([...[...parts.known, ...parts.regions].map((k) => named(pf, written(k, lexicon), lexicon.byKey.get(k))), ...short.map(([w]) => named(pf, w.word, [w]))]);
  const found = [...known, ...(await Promise.all(asked)), ...(await Promise.all(parts.rest.map((text) => restTerms(pf, text)))).flat()];
  const phrase = core === keyOf(query) ? await matches(pf, query) : [];
  return { ...parts, number, topics, unwritten, phrase, pages: pages.flat(), short: new Map(short.map(([w, sure]) => [w.url, sure]).reverse()), ...weighed(found.filter(([, results]) => results.length)) };
}

/** @param {[Term, object[]][]} terms */
const weighed = (terms) => ({ terms, whole: terms.reduce((sum, [term, results]) => sum + (term.role === "topic" ? 0 : term.weight * rarity(results.length)), 0) || 1 });

/** Rank before anything is fetched: how much of the question is met, by how rare the met words are. */
function pool({ terms, whole, phrase, pages }) {
  const hits = new Map(), exact = new Set(phrase.map((r) => r.id));
  const hit = (r) => hits.get(r.id) ?? hits.set(r.id, { result: r, id: r.id, met: new Set(), cover: 0, strength: 0, phrase: exact.has(r.id) }).get(r.id);
  for (const [term, results] of [...terms, ...(terms.length ? [] : [[{ text: "", role: "rest", weight: 1 }, phrase]])]) {
    const best = Math.max(...results.map((r) => r.score)) || 1, share = (term.weight * rarity(results.length)) / whole;
    for (const r of results) {
      const h = hit(r);
      h.met.add(term); h.cover += share; h.strength += (share * r.score) / best;
    }
  }
  const all = [...hits.values()];
  for (const h of all) h.score = h.cover ** 2 * (1 + 0.5 * h.strength) + h.strength * 0.5 + (h.phrase ? 0.6 : 0);
  all.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  for (const r of pages) if (!hits.has(r.id)) hit(r).score = 0;
  const first = new Set([...all.slice(0, FIRST), ...pages.map((r) => hits.get(r.id))]);
  return { first: [...first], rest: all.slice(FIRST, POOL).filter((h) => !first.has(h)) };
}

/** What the record is, added to how well its text fits; named: the question says its name, or near enough. @param {Hit} hit @param {object} asked @param {string} query @param {Lexicon} lexicon */
function worth(hit, asked, query, lexicon) {
  const key = keyOf(query), name = keyOf(normalise(hit.meta.name ?? "")), address = hit.url.replace(/^\//, "");
  const long = asked.known.length > 1 || asked.rest.length > 0 || asked.regions.length > 0;
  let more = name === key ? 2 : name.includes(key) ? (name.startsWith(key) ? 1 : 0.6) * (0.3 + (0.7 * key.length) / name.length) : name.length > 3 && key.includes(name) ? 0.5 : 0;
  for (const word of lexicon.byKey.get(key) ?? []) if (word.url === address) more += word.own ? 1.6 : 1.3;
  if (long || !lexicon.byKey.has(key)) more += Math.max(0, ...asked.terms.map(([term, found]) => answered(term, (term.weight * rarity(found.length)) / asked.whole, address, lexicon)));
  more += asked.short.get(address) ?? 0;
  if (!more && !["任务", "项目", "规划"].includes(hit.meta.kind)) more -= 0.5;
  if (/[^a-z0-9]/.test(query) && query !== key && `${hit.meta.name}${hit.meta.text}`.toLowerCase().includes(query)) more += 0.3;
  if (hit.meta.kind === "任务") more += (asked.number && hit.meta.number === `第${asked.number}条` ? 4 : 0) + (long ? 0.15 : 0);
  if (query.includes("-") && address.includes(query)) more += 4;
  if (query.includes(hit.meta.kind)) more += 0.3;
  else if (asked.regions.length && asked.terms.length > 1) more *= hit.meta.kind === "主题" ? 0.6 : hit.meta.kind === "规划" ? 0 : 1;
  const far = isElsewhere(hit, asked, lexicon);
  if (!far && hit.meta.kind === "任务" && long && asked.topics.some((name) => (hit.meta.topics ?? "").split("、").includes(name))) more += 0.3;
  return { score: (hit.score + more) * (far ? 0.3 : 1), named: more >= 1, far };
}

/** Whether a record belongs to one of the other regions that have a plan here. @param {Hit} hit @param {object} asked @param {Lexicon} lexicon */
function isElsewhere({ meta }, asked, lexicon) {
  const named = asked.regions.filter((name) => lexicon.places.has(name)), of = (table) => new Set(named.flatMap((name) => [...table.get(name)]));
  if (!named.length) return false;
  if (meta.plan) return !of(lexicon.places).has(meta.plan);
  const every = new Set([...lexicon.full.values()].flatMap((names) => [...names]));
  return every.has(meta.region) && !of(lexicon.full).has(meta.region);
}

/** How directly this address answers one term, by the term's share of the question. */
function answered(term, share, address, lexicon) {
  const entry = (lexicon.byKey.get(term.text) ?? []).filter((w) => w.url === address).sort((a, b) => b.own - a.own)[0];
  const part = !entry && term.role === "rest" && lexicon.words.some((w) => w.url === address && w.key.includes(term.text));
  return (entry ? (entry.own ? 1.5 : 1.3) : part ? 0.5 : 0) * (0.3 + 0.7 * share) * (term.role === "region" ? 0.3 : 1);
}

/** Fetch records and put them in order. @param {object[]} chosen @param {(hit: Hit) => {score: number, named: boolean}} worthOf @returns {Promise<Hit[]>} */
async function fetched(chosen, worthOf) {
  const records = await Promise.all(chosen.map(async (h) => {
    const record = await h.result.data().catch(() => null);
    return record && { ...h, url: record.raw_url ?? record.url, meta: record.meta };
  }));
  const hits = records.filter(Boolean); // One of many small files lost: the others are still worth showing.
  if (chosen.length && !hits.length) throw new Error("no record could be fetched");
  for (const hit of hits) Object.assign(hit, worthOf(hit));
  return hits.sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
}

/** How much of the question stands in one record: of its neighbouring characters, without empty words. @param {Hit} hit @param {string} query @returns {number} 0 to 1 */
function share({ meta, phrase }, query) {
  const asked = segment(query.replace(EMPTY, " ")).filter((token) => token.length > 1), text = normalise(`${meta.name}${meta.number ?? ""}${meta.text ?? ""}${meta.plan ?? ""}`);
  return phrase || !asked.length ? 1 : asked.filter((token) => text.includes(token)).length / asked.length;
}

/** How far the best records answer: fully where one meets a word of the data that was asked for, or has that number, and belongs there.
 * @param {Hit[]} hits @param {object} asked @param {string} query */
function metBy(hits, asked, query) {
  const near = hits.filter((hit) => !hit.far), bare = asked.regions.reduce((text, name) => text.replaceAll(name, " "), query);
  if (asked.number) return Number(near.some((hit) => hit.meta.number === `第${asked.number}条` || hit.named));
  const answers = (hit) => hit.named || [...hit.met].some((term) => term.role === "known" || term.role === "topic");
  return near.some(answers) ? 1 : Math.max(0, ...near.map((hit) => share(hit, bare)));
}

/** Where somebody asks for a topic in a place (新城区 上学): the place's part of the topic's page, which lists all those tasks with who leads.
 * @param {Hit[]} hits @param {object} asked @param {Lexicon} lexicon @returns {{name: string, url: string} | null} */
function wholeTopic(hits, asked, lexicon) {
  for (const name of asked.regions.length ? asked.topics : []) {
    const task = hits.find((hit) => !hit.far && hit.meta.kind === "任务" && (hit.meta.topics ?? "").split("、").includes(name));
    const own = (text, kind) => lexicon.byKey.get(keyOf(normalise(text)))?.find((w) => w.own && w.kind === kind);
    const topic = own(name, "主题"), plan = task && own(task.meta.plan, "规划");
    if (topic && plan) return { name: tr("{plan}里和{topic}有关的全部任务", { plan: task.meta.plan, topic: name }), url: `/${topic.url}#plan-${plan.url.split("/")[1]}` };
  }
  return null;
}

/** @param {object} pf @param {string} query @param {Lexicon} lexicon @returns {Promise<{hits: Hit[], count: number, rest: () => Promise<Hit[]>, asked: object}>} */
async function ranked(pf, query, lexicon) {
  const asked = await gather(pf, query, lexicon), { first, rest } = pool(asked), worthOf = (hit) => worth(hit, asked, query, lexicon);
  const hits = await fetched(first, worthOf);
  return { asked, whole: wholeTopic(hits, asked, lexicon), hits, met: metBy(hits.slice(0, 3), asked, query), count: hits.length + rest.length, rest: () => fetched(rest, worthOf) };
}

/** Search, and search again by sound where the words as written find nothing. @returns {Promise<object>} What ranked() gives, with the query that was meant and how. */
export async function answer(pf, query, lexicon, literal) {
  const { meant, how } = (!literal && (await retold(pf, query, lexicon))) || { meant: query, how: "" };
  return { ...(await ranked(pf, meant, lexicon)), meant, how };
}

/** What names in the language of the page are called in the plans: education → 教育. @param {string} query @param {Lexicon} lexicon @returns {string} */
function inChinese(query, lexicon) {
  const keys = lexicon.byKey.has(keyOf(query)) ? [keyOf(query)] : cut(query, lexicon).known, titles = new Set(Object.keys(lexicon.titles));
  const things = keys.map((key) => lexicon.byKey.get(key).find((w) => titles.has(w.url))).filter(Boolean);
  return [...new Set(things.map((w) => lexicon.names.get(w.url)))].join(" ") || titled(query, lexicon);
}

/** Another way to read a query that stands nowhere: names in the language of the page, five-year shorthand, pinyin, words that sound alike.
 * @returns {Promise<{meant: string, how: "name" | "pinyin" | "sound"} | null>} */
async function retold(pf, query, lexicon) {
  const named = /^[^\u3400-\u9fff]+$/.test(query) && inChinese(query, lexicon);
  if (named && (named === titled(query, lexicon) || !(await matches(pf, query)).length)) return { meant: named, how: "name" };
  const sentence = new RegExp(`[${HAN}]{8}`).test(query) || keyOf(query.replace(EMPTY, " ")) !== keyOf(query); // Its words are read one by one.
  if (sentence || lexicon.byKey.has(keyOf(query)) || (await matches(pf, query)).length) return null;
  const latin = fromPinyin(query, lexicon), [meant] = latin.length ? latin : soundsLike(query, lexicon, cut(query, lexicon).known.length === 0);
  return meant ? { meant, how: /^[a-z]+$/.test(query) ? "pinyin" : "sound" } : null;
}

// The words of a question: cut as the index was cut, and understood through names, synonyms, regions, pinyin and sounds. No page, no network.

/** @typedef {{word: string, url: string, kind: string, own: boolean, place: number, key: string}} Word
 * place: which of its thing's names it is; editors write the most important first. */
/** @typedef {{byKey: Map<string, Word[]>, words: Word[], names: Map<string, string>, places: Map<string, Set<string>>, full: Map<string, Set<string>>, pinyin: Object<string, string>,
 *   simple: Object<string, string>, sounds: Map<string, string[]>, titles: Object<string, string>, values: Object<string, string>,
 *   meanings: Object<string, string>, longest: number}} Lexicon
 * titles: names in the language of the page, by address, where it is not Chinese; values: by the Chinese name that a record says; meanings: what topics are about. */

export const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const RUN = new RegExp(`([${HAN}]+)|([a-z0-9]+)`, "g");
// Said in every question, and about nothing. Longer ones are removed anywhere; single characters only from a part that finds nothing.
export const EMPTY = new RegExp("为什么|是什么意思|什么意思|什么时候|怎么样|怎么办|怎么|怎样|如何|什么叫|什么|哪里|哪儿|哪些|哪个|请问|我们家|我们|我家|你们|他们|咱们|"
  + "多少钱|多少|能不能|可不可以|可以|会不会|是不是|有没有|要不要|没有|轮到|时候|时间|今年|明年|去年|现在|一下|申请|想要|需要|应该|谁来管|归谁管|谁管|谁|"
  + "给不给|给钱|不给|电话|地址|我|咱|哪|怎|吗|呢|吧|啥|咋", "g");
export const FILLER = /[的了里管能要想有在是到给轮去几个还就会办找来归让把被和与及不没也都很得地着过]/g;

/** Fold width, case and traditional characters; "十 四 五" is one word. @param {string} text @param {Object<string, string>} simple */
export function normalise(text, simple = {}) {
  const plain = [...text.normalize("NFKC").toLowerCase()].map((c) => simple[c] ?? c).join("").replace(/["“”‘’「」《》]/g, "").trim();
  const whole = plain.replace(/(^|\D)1([1-6])5(?=规划|纲要|期间|时期)/, (_, before, five) => `${before}十${"〇一二三四五六"[five]}五`);
  return new RegExp(`^[${HAN}](\\s+[${HAN}])+$`).test(whole) ? whole.replace(/\s+/g, "") : whole;
}

/** Cut as the index was cut (generator/search/segment.py). @param {string} text @returns {string[]} */
export function segment(text) {
  return [...text.normalize("NFKC").toLowerCase().matchAll(RUN)].flatMap(([run, han]) => (han ? [...pairs(run), run.at(-1)] : [run]));
}

/** @param {string} run @returns {string[]} Neighbouring pairs. */
function pairs(run) {
  return run.length < 2 ? [] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));
}

/** The tokens of a phrase: the last character alone is dropped, since the text may go on after it. @param {string} text */
export function phraseOf(text) {
  const tokens = segment(text);
  return (tokens.length > 1 && /^[^a-z0-9]$/.test(tokens.at(-1)) ? tokens.slice(0, -1) : tokens).join(" ");
}

/** The word that every record of a kind holds (generator/search/records.py). @param {string} kind */
export const kindMark = (kind) => `kind${[...kind].map((c) => c.codePointAt(0).toString(16)).join("")}`;

/** Letters and characters only; the signs that stand inside names (R&D, PM2.5) stay. @param {string} text */
export const keyOf = (text) => text.replace(new RegExp(`[^${HAN}a-z0-9&.]|\\.$`, "g"), "");

/** Short ways to say a region: 阿拉善右旗 → 右旗, 阿右旗, 阿拉善. @param {string} name @returns {string[]} */
export function regionNames(name) {
  const side = /[左右前后中][旗区]$/.test(name), tail = name.length > 5 ? 3 : 2;
  if (side) return [name, name.slice(-2), name[0] + name.slice(-2), name.slice(0, -2)];
  return name.length > 5 ? [name, name.slice(-tail), name.slice(0, -tail)] : [name, name.slice(0, -1)];
}

/** @param {Word[]} words Regions are known by the titles of their plans. */
function placesOf(words) {
  const places = new Map(), full = new Map();
  for (const plan of words.filter((w) => w.kind === "规划" && w.own))
    for (const part of plan.key.match(/^[^0-9]+?(?=十[一二三四五六]五|20|$)/)?.[0].match(/.+?[区旗县市盟](?=和|$)/g) ?? [])
      for (const name of regionNames(part.replace(/^和/, "")))
        if (name.length > 1) {
          places.set(name, (places.get(name) ?? new Set()).add(plan.word));
          full.set(name, (full.get(name) ?? new Set()).add(part.replace(/^和/, "")));
        }
  return { places, full };
}

/** @param {{things: string[][], pinyin: Object, simple: Object}} file Things: kind, address, names. @returns {Lexicon} */
export function lexiconOf({ things, pinyin, simple, titles = {}, values = {}, meanings = {} }) {
  const wordsOf = ([kind, url, ...names]) => names.map((word, place) => ({ word, url, kind, own: place === 0, place, key: keyOf(normalise(word)) }));
  const kinds = new Map(things.map(([kind, url]) => [url, kind]));
  const foreign = Object.entries(titles).map(([url, word]) => ({ word, url, kind: kinds.get(url) ?? "", own: false, place: 1, key: keyOf(normalise(word)) }));
  const words = [...things.flatMap(wordsOf), ...foreign].filter((w) => w.word && w.kind);
  const { places, full } = placesOf(words), byKey = grouped(words);
  for (const [name, plans] of places) {
    const said = words.filter((w) => w.own && plans.has(w.word)).map((w) => ({ ...w, word: name, own: false, key: name }));
    byKey.set(name, [...(byKey.get(name) ?? []), ...said]);
  }
  const names = new Map(words.filter((w) => w.own).map((w) => [w.url, w.word]));
  const sounds = new Map(), lexicon = { byKey, words, names, places, full, pinyin, simple, sounds, titles, values, meanings, longest: 0 };
  for (const key of byKey.keys()) {
    lexicon.longest = Math.max(lexicon.longest, key.length);
    const sound = pinyinOf(key, pinyin).join("");
    sounds.set(sound, [...(sounds.get(sound) ?? []), key]);
  }
  return lexicon;
}

/** The Chinese name of the thing whose name in the language of the page holds every word of the question: jobs → Jobs and starting a business;
 * else of the topic that is about them: kindergarten → 教育. Endings may differ a little; topics come first, then short names.
 * @param {string} query @param {Lexicon} lexicon */
export function titled(query, lexicon) {
  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [], asked = wordsOf(query).filter((word) => word.length > 2);
  const near = (long, short) => long === short || (short.length > 3 && long.length - short.length < 3 && long.startsWith(short));
  const holds = (words) => asked.every((word) => words.some((other) => near(word, other) || near(other, word)));
  const among = (texts) => Object.entries(texts).map(([url, text]) => [url, wordsOf(text)]).filter(([, words]) => asked.length && holds(words))
    .sort(([a, some], [b, more]) => b.startsWith("topics/") - a.startsWith("topics/") || some.length - more.length || (a < b ? -1 : 1));
  const [found] = [...among(lexicon.titles), ...among(lexicon.meanings)];
  return found ? lexicon.names.get(found[0]) ?? "" : "";
}

/** @param {Word[]} words */
function grouped(words) {
  const found = new Map();
  for (const word of words) found.set(word.key, [...(found.get(word.key) ?? []), word]);
  return found;
}

const order = new Intl.Collator("zh-u-co-pinyin");
/** @type {WeakMap<object, string[]>} */
const sorted = new WeakMap();

/** A character that the data never uses still sounds like its neighbours in the browser's own pinyin order. */
function guess(character, pinyin) {
  if (!sorted.has(pinyin)) sorted.set(pinyin, Object.keys(pinyin).sort(order.compare));
  const all = sorted.get(pinyin), at = all.findIndex((c) => order.compare(c, character) > 0);
  const near = [-1, 0, -2, 1].map((step) => pinyin[all[(at < 0 ? all.length : at) + step]]).filter(Boolean);
  return near.find((s, i) => near.indexOf(s) !== i) ?? near[0] ?? character; // Two of four agree: one may have several readings.
}

/** Syllables; letters stay. @param {string} text @param {Object<string, string>} pinyin @returns {string[]} */
function pinyinOf(text, pinyin) {
  const han = new RegExp(`[${HAN}]`);
  return [...text].map((c) => pinyin[c] ?? (han.test(c) ? guess(c, pinyin) : c));
}

/** @param {string} text @param {Lexicon} lexicon @returns {{known: string[], regions: string[], rest: string[]}} Longest words first. */
export function cut(text, lexicon) {
  const found = { known: [], regions: [], rest: [] };
  for (const part of text.split(/\s+/).map(keyOf)) {
    let left = "";
    for (let i = 0; i < part.length; ) {
      const word = wordAt(part, i, lexicon);
      if (!word) { left += part[i++]; continue; }
      (lexicon.places.has(word) ? found.regions : found.known).push(word);
      left += " ";
      i += word.length;
    }
    for (const piece of left.replace(EMPTY, " ").match(RUN) ?? []) if (piece.length > 1) found.rest.push(piece);
  }
  for (const name of Object.keys(found)) found[name] = [...new Set(found[name])];
  return found;
}

/** The longest word that starts here; Latin words are never cut in two. */
function wordAt(part, start, lexicon) {
  const latin = (at) => /[a-z0-9]/.test(part[at] ?? "");
  for (let end = Math.min(part.length, start + lexicon.longest); end > start + 1; end--) {
    if ((latin(start) && latin(start - 1)) || (latin(end - 1) && latin(end))) continue;
    if (lexicon.byKey.has(part.slice(start, end))) return part.slice(start, end);
  }
  return "";
}

/** "21", "第六十三条", "58.加强…" → the number of a task, or 0. @param {string} text */
export function numberOf(text) {
  const digits = text.match(/^第?\s*(\d{1,3})\s*条?$/) ?? text.match(/^(\d{1,3})[.、]\s*\D/);
  if (digits) return Number(digits[1]);
  const said = text.match(/^第([一二三四五六七八九十百零〇]+)条$/)?.[1];
  if (!said) return 0;
  let total = 0, one = 0;
  for (const c of said) {
    const unit = { 十: 10, 百: 100 }[c];
    if (unit) { total += (one || 1) * unit; one = 0; } else one = Math.max(0, "〇一二三四五六七八九".indexOf(c));
  }
  return total + one;
}

/** What many accents and keyboards do not tell apart: zh z, ng n, l n. @param {string} syllable */
const blurred = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");

/** Words that sound like the text, or nearly so. @param {string} text @param {Lexicon} lexicon @param {boolean} loose */
export function soundsLike(text, lexicon, loose = false) {
  const said = pinyinOf(keyOf(text), lexicon.pinyin), same = (lexicon.sounds.get(said.join("")) ?? []).filter((w) => w !== text);
  if (same.length || !loose || said.length < 2) return same;
  const blur = said.map(blurred).join();
  const near = [...lexicon.byKey.keys()].filter((key) => key !== text && key.length === said.length && pinyinOf(key, lexicon.pinyin).map(blurred).join() === blur);
  return said.length > 2 || near.length < 3 ? near : []; // Two syllables that many words share say nothing.
}

/** Short forms of names: 应急局 for 应急管理局, 人行 for 人民银行…支行; then names one character away: 教育局, 教体局.
 * @param {string} text @param {Lexicon} lexicon @returns {[Word, number][]} Each with how sure it is. */
export function shortFor(text, lexicon) {
  if (text.length < 2 || lexicon.byKey.has(text)) return [];
  const sure = (w) => {
    if (w.kind === "指标" ? text.length > 2 : w.kind === "单位" && w.key.at(-1) === text.at(-1) && w.key[0] === text[0]) if (isInside(text, w.key)) return 1.4;
    return w.kind === "单位" && text.length === 3 && w.key.length === 3 && w.key[0] === text[0] && w.key[2] === text[2] ? 1 : 0;
  };
  return lexicon.words.map((w) => [w, sure(w)]).filter(([, s]) => s > 0).sort((a, b) => b[1] - a[1] || a[0].key.length - b[0].key.length).slice(0, 4);
}

/** Whether the letters stand inside the name, in order. @param {string} text @param {string} name */
function isInside(text, name) {
  let at = -1;
  return [...text].every((c) => (at = name.indexOf(c, at + 1)) >= 0);
}

/** What Latin letters mean as pinyin: whole, then initials, then beginnings. @param {string} text @param {Lexicon} lexicon @returns {string[]} */
export function fromPinyin(text, lexicon) {
  if (!/^[a-z]{2,}$/.test(text)) return [];
  const found = [];
  for (const key of lexicon.byKey.keys()) {
    const parts = pinyinOf(key, lexicon.pinyin), whole = parts.join(""), first = parts.map((p) => p[0]).join("");
    const rank = whole === text ? 0 : first === text ? 1 : whole.startsWith(text) ? 2 : first.startsWith(text) ? 3
      : text.length > 2 && first[0] === text[0] && first.at(-1) === text.at(-1) && lexicon.byKey.get(key)[0]?.kind === "单位" && isInside(text, first) ? 4 : 9;
    if (rank < 9) found.push([rank, Math.min(...lexicon.byKey.get(key).map((w) => w.place)), key.length, key]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]); // Of many words with these initials the one that editors wrote first.
  return found.filter((f) => f[0] === found[0][0]).slice(0, 3).map((f) => f[3]);
}

/** Words whose letters are nearest, for an honest "nothing found". @param {string} text @param {Lexicon} lexicon */
export function nearest(text, lexicon) {
  const mine = new Set([...pairs(text), ...text.replace(/[a-z0-9]/g, "")]);
  const like = (key) => { const its = new Set([...pairs(key), ...key]), both = [...its].filter((p) => mine.has(p)).length; return both / (its.size + mine.size - both); };
  return [...lexicon.byKey.keys()].map((key) => [like(key), key]).filter((k) => k[0] > 0).sort((a, b) => b[0] - a[0]).slice(0, 6).map((k) => k[1]);
}

/** Beginnings, then middles, then pinyin; a thing's own name before other words for it. @param {string} key @param {Lexicon} lexicon @returns {Word[]} */
export function suggestions(key, lexicon) {
  const latin = /^[a-z]+$/.test(key), rank = (w) => {
    if (w.key.startsWith(key)) return w.key === key ? 0 : 1;
    if (w.key.includes(key)) return 2;
    const parts = latin ? pinyinOf(w.key, lexicon.pinyin) : [];
    return parts.join("").startsWith(key) || parts.map((p) => p[0]).join("").startsWith(key) ? 3 : 9;
  };
  const found = lexicon.words.map((w) => [rank(w), w]).filter(([r]) => r < 9).sort((a, b) => a[0] - b[0] || b[1].own - a[1].own || a[1].key.length - b[1].key.length);
  const seen = new Set();
  return found.map(([, w]) => w).filter((w) => { const id = w.key + (w.own ? w.url : ""); return !seen.has(w.key) && !seen.has(id) && seen.add(w.own ? id : w.key); }).slice(0, 8);
}

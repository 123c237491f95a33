// An index in memory that answers as Pagefind does (ranking.js knows no difference): built from the search records when the page opens.

import { kindMark, segment } from "./words.js";

/** @typedef {{url: string, names?: string, body?: string, meta: Object<string, string>}} SearchRecord generator/search/records.py */
/** @typedef {{weights: {title: number, names: number}, records: SearchRecord[]}} RecordsFile */
/** @typedef {{id: string, score: number, data: () => Promise<{url: string, meta: Object<string, string>}>}} Result */
/** @typedef {{search: (text: string) => Promise<{results: Result[]}>}} MemoryIndex */

const SATURATION = 1.4; // As Pagefind's own, and with the pageLength that engine.js gives it: a score must mean the same here and there.
const LENGTH = 0.4;
const WHOLE = 0.9, BEGINNING = 0.42; // What a word counts that is the one asked for, or only begins with it.

/**
 * @param {RecordsFile} file
 * @returns {{records: SearchRecord[], texts: string[], lengths: number[], words: Map<string, Map<number, number>>}}
 *   Each record's words in order, how many they are, and for each word its weight in the records that hold it.
 */
function indexed({ weights, records }) {
  const words = new Map(), texts = [], lengths = [];
  records.forEach((record, number) => {
    const fields = [[weights.title, segment(record.meta.name)], [weights.names, segment(record.names ?? "")], [1, segment(record.body ?? "")], [1, [kindMark(record.meta.kind)]]];
    for (const [weight, tokens] of fields)
      for (const token of tokens) {
        const holders = words.get(token) ?? words.set(token, new Map()).get(token);
        holders.set(number, (holders.get(number) ?? 0) + weight);
      }
    const all = fields.flatMap(([, tokens]) => tokens);
    texts.push(` ${all.join(" ")} `);
    lengths.push(all.length);
  });
  return { records, texts, lengths, words };
}

/** @param {RecordsFile} file @returns {MemoryIndex} */
export function memoryIndex(file) {
  const { records, texts, lengths, words } = indexed(file), sorted = [...words.keys()].sort();
  const usual = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length);

  /** The words of the index that begin so. @param {string} start */
  function beginning(start) {
    let low = 0, high = sorted.length;
    while (low < high) { const middle = (low + high) >> 1; if (sorted[middle] < start) low = middle + 1; else high = middle; }
    let end = low;
    while (end < sorted.length && sorted[end].startsWith(start)) end++;
    return sorted.slice(low, end);
  }
  /** Record → score for one word: rare words and repeated words count for more, long texts for less (BM25). @param {string} word */
  function scores(word) {
    const found = new Map(), forms = beginning(word).map((form) => [form === word ? WHOLE : BEGINNING, words.get(form)]);
    const holders = new Set(forms.flatMap(([, of]) => [...of.keys()])), rare = Math.log(1 + (records.length - holders.size + 0.5) / (holders.size + 0.5));
    for (const [share, of] of forms)
      for (const [number, weight] of of) {
        const often = weight * share, score = ((SATURATION + 1) * often) / (SATURATION * (1 - LENGTH + (LENGTH * lengths[number]) / usual) + often);
        found.set(number, (found.get(number) ?? 0) + rare * score);
      }
    return found;
  }
  /** Records that hold all the words. @param {string[]} asked @returns {[number, number][]} */
  function holding(asked) {
    const each = asked.map(scores).sort((a, b) => a.size - b.size);
    const all = [...(each[0]?.keys() ?? [])].filter((number) => each.every((found) => found.has(number)));
    return all.map((number) => [number, each.reduce((sum, found) => sum + found.get(number), 0)]);
  }
  /** Records that hold the words side by side. @param {string[]} asked @returns {[number, number][]} */
  function inOrder(asked) {
    const each = asked.map((word) => words.get(word) ?? new Map()).sort((a, b) => a.size - b.size), phrase = ` ${asked.join(" ")} `;
    return [...(each[0]?.keys() ?? [])].filter((number) => texts[number].includes(phrase)).map((number) => [number, 1]);
  }
  const result = ([number, score]) => ({ id: String(number).padStart(6, "0"), score, data: async () => ({ url: `/${records[number].url}`, meta: records[number].meta }) });
  return {
    async search(text) {
      const asked = text.replaceAll('"', "").split(" ").filter(Boolean), found = text.startsWith('"') ? inOrder(asked) : holding(asked);
      return { results: found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(result) };
    },
  };
}

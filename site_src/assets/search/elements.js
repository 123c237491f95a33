// What the page of search is made of: buttons, and texts with the words that were asked for marked.

import { el } from "../elements.js";
import { joined } from "../texts.js";

/** @param {string} text @param {() => void} onClick @param {Object<string, string>} attributes */
export function button(text, onClick, attributes = {}) {
  return el("button", { type: "button", class: "mg-button", click: onClick, ...attributes }, text);
}

/** The text with the words that were asked for marked. @param {string} text @param {string[]} words @returns {(Node | string)[]} */
export function marked(text, words) {
  const safe = words.filter(Boolean).sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return safe.length ? text.split(new RegExp(`(${safe.join("|")})`, "i")).map((part, i) => (i % 2 ? el("mark", {}, part) : part)) : [text];
}

/** The sentence with most of the words. @param {string} text @param {string[]} words */
export function sentence(text, words) {
  const all = text.match(/[^。；！？]+[。；！？]?/g) ?? [""], count = (s) => words.filter((w) => s.toLowerCase().includes(w)).length;
  return all.reduce((best, s) => (count(s) > count(best) ? s : best));
}

/** What a record of the index names, in the language of the page. @param {string} [names] One or more, in Chinese. @param {Object<string, string>} values */
export const named = (names, values) => joined((names ?? "").split("、").map((name) => values[name] ?? name));

// The index on the web: Pagefind, loaded by the piece. The offline copy takes engine.offline.js in its place.

import { kindMark } from "./words.js";

/** Pagefind reads <html lang> while it is made; with "zh" it would cut our cut query again. @param {string} base */
export async function openIndex(base) {
  const pagefind = await import(`${base}pagefind.js`), html = document.documentElement, lang = html.lang;
  html.lang = "unknown";
  let made;
  try { made = pagefind.createInstance({ basePath: base, noWorker: true, ranking: { metaWeights: { name: 0 }, pageLength: 0.4 } }); } finally { html.lang = lang; }
  await made.init();
  made.search(kindMark("主题")).catch(() => {}); // Every question asks for kinds: their piece of the index comes while the question is typed.
  return made;
}

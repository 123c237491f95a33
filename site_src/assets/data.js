// Data files of our own, read the same way on the web and in the offline copy.
//
// A page opened from disk may not fetch, but may load scripts. So the offline copy (generator/site/offline) has a script beside
// each data file that a module reads: "words.json.js" hands over what "words.json" holds.

/** What scripts have handed over, by their address; one for all scripts of a page. @type {Map<string, any>} */
const given = (globalThis.mingguiGiven ??= new Map());

/** Called by those scripts, and by nothing else. @param {any} value */
globalThis.mingguiData = (value) => given.set(/** @type {HTMLScriptElement} */ (document.currentScript).src, value);

/** @param {string} address Of the script. @returns {Promise<any>} */
function handedOver(address) {
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    script.addEventListener("load", () => resolve(given.get(script.src)));
    script.addEventListener("error", () => reject(new Error(`not in the offline copy: ${address}`)));
    script.src = address;
    document.head.append(script);
  }).finally(() => script.remove());
}

/** @param {URL} url @returns {Promise<any>} */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}: ${url}`);
  return answer.json();
}

/**
 * Read one of our data files. The name stands in the call as it is, `readJson(new URL("words.json", …))`, and the file beside the page:
 * so the offline copy knows what to bring along.
 * @param {URL} url @returns {Promise<any>} What the file holds; rejects where it cannot be had.
 */
export const readJson = (url) => (location.protocol === "file:" ? handedOver(`${url.href}.js`) : fetched(url));

/**
 * The address of one of our pages, for a link that a script makes: `tasks/x/` on the web, `tasks/x/index.html` on disk, where a folder
 * opens as a list of files.
 * @param {string} address Below the site's root, as the data gives it; may have `?` or `#`. @param {URL} root The site's root.
 */
export function pageAddress(address, root) {
  const url = new URL(address.replace(/^\//, ""), root);
  if (location.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
}

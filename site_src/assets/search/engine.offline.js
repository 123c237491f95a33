// The index of the offline copy: the records themselves, since a page opened from disk cannot load Pagefind's pieces.

import { readJson } from "../data.js";
import { memoryIndex } from "./memory.js";

/** @returns {Promise<import("./memory.js").MemoryIndex>} */
export const openIndex = () => readJson(new URL("records.json", document.baseURI)).then(memoryIndex);

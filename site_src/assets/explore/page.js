// The page of filters: reads the address, asks for the data, finds, draws; and again whenever something is chosen.

import { pageAddress, readJson } from "../data.js";
import { el } from "../elements.js";
import { joined, tr, trn } from "../texts.js";
import { csv, json, records } from "./download.js";
import { easier, found, loaded, sorted } from "./facets.js";
import { panel } from "./panel.js";
import { rowStore } from "./rows.js";
import { rowsOf } from "./source.js";
import { cleared, conditions, nothing, read, toggled, write } from "./state.js";
import { button, drawChips, drawDownload, drawEmpty, drawRows, frame } from "./view.js";

/** @typedef {import("./state.js").State} State */

const PAGE = 30; // Rows shown at once.
const WIDE = "(min-width: 60em)"; // Filters stand beside the list; explore.css says the same.
const TYPING = 200; // Milliseconds without a key until names are looked for.
const failed = () => tr("任务的数据没有取到。请刷新再试，或者看下面的整张表。");

/** Hand a text over as a file. @param {string} name @param {string} text @param {string} type */
function save(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type })), link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

class Explorer {
  /** @param {HTMLElement} root @param {import("./facets.js").Tasks} tasks @param {URL} here The folder of this page. */
  constructor(root, tasks, here) {
    Object.assign(this, { root, tasks, here, state: nothing(), hits: [], shown: PAGE, turn: 0, opened: 0, timer: 0 });
    this.store = rowStore(tasks, (plan) => rowsOf(plan, here));
    this.panel = panel(tasks, {
      toggle: (facet, id) => this.choose(toggled(this.state, facet, id)),
      lead: (only) => this.choose({ ...this.state, lead: only }),
      name: (words) => this.typed(words),
    });
    this.parts = frame(root, this.panel.form);
    this.wide = matchMedia(WIDE);
    this.listen();
    this.settle();
  }

  listen() {
    const { parts } = this, { drawer } = parts;
    parts.open.addEventListener("click", () => { this.opened = this.turn; drawer.showModal(); });
    for (const one of [parts.close, parts.apply]) one.addEventListener("click", () => drawer.close());
    drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); }); // Beside the drawer.
    drawer.addEventListener("close", () => { if (this.turn !== this.opened) this.root.scrollIntoView({ block: "start" }); }); // The list begins anew.
    parts.clear.addEventListener("click", () => { this.choose(cleared(this.state)); parts.apply.focus(); });
    parts.sort.addEventListener("change", () => this.choose({ ...this.state, sort: parts.sort.value }));
    this.wide.addEventListener("change", () => this.settle());
    addEventListener("popstate", () => this.restore());
    addEventListener("pagehide", () => history.replaceState({ shown: this.shown, top: scrollY }, ""));
  }

  /** The same filters stand beside the list or in the drawer. */
  settle() {
    const { drawer, side, shade } = this.parts;
    if (this.wide.matches) drawer.close();
    (this.wide.matches ? side : shade).append(this.panel.form);
  }

  /** Show what the address says; after a way back also how far the list had been opened, and where the reader stood. */
  async restore() {
    const knows = (facet, id) => this.tasks.columns[facet].number.has(id), { ignored } = this.parts;
    const address = read(location.search, knows), { shown = PAGE, top = 0 } = history.state ?? {};
    Object.assign(this, { state: address.state, shown });
    ignored.textContent = tr("地址里有认不出的条件，没有用上：{what}。", { what: joined(address.ignored) });
    ignored.hidden = address.ignored.length === 0;
    this.panel.unfold(this.state);
    await this.draw();
    if (top) scrollTo({ top });
  }

  /** @param {State} state @param {boolean} keep Put it in the place of the last address: while somebody types. */
  choose(state, keep = false) {
    Object.assign(this, { state, shown: PAGE });
    history[keep ? "replaceState" : "pushState"](null, "", `${location.pathname}${write(state)}`);
    this.parts.ignored.hidden = true;
    return this.draw();
  }

  /** @param {string} words */
  typed(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.choose({ ...this.state, name: words.trim() }, true), TYPING);
  }

  clear() {
    this.choose(cleared(this.state));
    this.parts.count.focus({ preventScroll: true });
  }

  /** Take one condition back. The next chip, else the count, gets the keyboard. @param {string} facet @param {string} id @param {number} at */
  remove(facet, id, at) {
    this.choose(facet === "name" ? { ...this.state, name: "" } : toggled(this.state, facet, id));
    const chips = this.parts.chips.querySelectorAll("button");
    (chips[Math.min(at, chips.length - 1)] ?? this.parts.count).focus({ preventScroll: true });
  }

  /** Find and show. Names and rows may have to come first; what was chosen meanwhile wins. */
  async draw() {
    const turn = ++this.turn, late = () => turn !== this.turn;
    try {
      if (this.state.name) this.parts.count.textContent = tr("正在找名称…");
      const named = this.state.name ? await this.store.named(this.state.name) : null;
      if (late()) return;
      const { hits, counts } = found(this.tasks, this.state, named);
      this.hits = sorted(this.tasks, hits, this.state.sort);
      this.tell();
      this.panel.draw(this.state, counts);
      const shown = this.hits.slice(0, this.shown);
      if (!this.store.has(shown)) await this.store.load(shown);
      if (late()) return;
      this.list(shown, named);
      this.root.dataset.turn = String(turn); // For those who wait for what they chose.
    } catch {
      if (!late()) this.parts.count.textContent = failed();
    }
  }

  /** Say how many there are, everywhere where it is said. */
  tell() {
    const { parts, tasks, state } = this, count = this.hits.length, some = conditions(state);
    parts.count.replaceChildren(...(some ? [trn("符合条件的有{n}条", count), el("span", {}, tr("，共{count}条", { count: tasks.size }))] : [trn("全部{n}条任务", tasks.size)]));
    parts.open.textContent = some ? tr("{name}（{count}）", { name: tr("筛选"), count: some }) : tr("筛选");
    parts.apply.textContent = count ? trn("看{n}条", count) : tr("没有符合的，回去看看");
    parts.clear.disabled = some === 0;
    parts.sort.value = state.sort;
    drawChips(parts.chips, tasks, state, this);
  }

  /** @param {number[]} shown @param {Uint8Array | null} named */
  list(shown, named) {
    const { parts, tasks, state } = this, rest = this.hits.length - shown.length;
    if (shown.length) drawRows(parts.list, tasks, this.store, shown, (id) => this.address(id));
    else drawEmpty(parts.list, tasks, state, easier(tasks, state, named), this);
    const more = rest > 0 && [button(trn("再看{n}条", Math.min(PAGE, rest)), () => this.further()), el("span", {}, trn("已列出{n}条", shown.length))];
    parts.more.replaceChildren(...(more || []));
    drawDownload(parts.download, this.hits.length, (kind) => this.download(kind));
  }

  /** The address of a task's page. @param {string} id */
  address(id) {
    return pageAddress(`tasks/${id}/`, new URL("..", this.here));
  }

  async further() {
    const from = this.shown;
    this.shown += PAGE;
    await this.draw();
    this.parts.list.querySelectorAll("li > a")[from]?.focus();
  }

  /** @param {"csv" | "json"} kind */
  async download(kind) {
    const { hits, tasks, store } = this, name = `${trn("明规-{n}条任务", hits.length)}.${kind}`;
    try {
      await store.load(hits);
    } catch {
      this.parts.count.textContent = failed();
      return;
    }
    const list = records(tasks, store, hits, (id) => this.address(id));
    if (kind === "csv") save(name, csv(list, (name) => tr(name)), "text/csv;charset=utf-8");
    else save(name, json(list), "application/json");
  }
}

const root = document.getElementById("mg-explore");
if (root) {
  const here = new URL(".", document.baseURI);
  root.textContent = tr("正在取任务…");
  readJson(new URL("facets.json", here)).then((file) => new Explorer(root, loaded(file, (name) => tr(name)), here).restore()).catch(() => { root.textContent = failed(); });
}

// Reading aloud with a voice of this device. Voices that send the text to a server are never taken.
(() => {
  const engine = window.speechSynthesis;
  if (!engine || !window.SpeechSynthesisUtterance) return;
  const { make, button, tr } = minggui;
  const state = { list: [], at: 0, part: 0, turn: 0, paused: false, bar: null };

  const here = document.documentElement.lang, isChinese = (lang) => /^zh\b/i.test(lang);

  /** A voice of the device itself for a language; of Chinese ones the mainland's first. @param {string} lang */
  function voice(lang) {
    const main = lang.split("-")[0].toLowerCase(), names = isChinese(lang) ? ["zh", "cmn"] : [main];
    const rank = (v) => (/^(zh|cmn)([-_](hans|cn))/i.test(v.lang) ? 0 : /^(zh|cmn)$/i.test(v.lang) ? 1 : 2);
    const own = engine.getVoices().filter((v) => v.localService === true && names.includes(v.lang.split(/[-_]/)[0].toLowerCase()));
    return own.sort((a, b) => rank(a) - rank(b))[0];
  }

  /** What is read, in the page's order: title, opening, facts, meaning; up to where the essentials end. @returns {HTMLElement[]} */
  function passages() {
    const article = document.querySelector("article"), end = article.querySelector(".mg-fold, .mg-source");
    const before = (e) => !end || Boolean(e.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING);
    const out = ".mg-crumbs, .mg-kicker, .mg-chips, .mg-source, .mg-edit, form, figure, table, nav, [aria-hidden=true]";
    const wanted = "h1, h2, h3, p, li, dt, dd";
    return [...article.querySelectorAll(wanted)].filter((e) => before(e) && !e.closest(out) && !e.querySelector(wanted) && e.getClientRects().length && e.innerText.trim());
  }

  /** Sentences of a size that every engine reads to its end. @param {string} text @param {string} lang */
  const sentences = (text, lang) => text.replace(/\s+/g, " ").match(isChinese(lang) ? /[^。！？；]{1,120}[。！？；]?/g : /\S(?:.{0,180}?[.!?;](?=\s|$)|.{0,180}(?=\s|$))/g) ?? [];

  /** What is said of a passage, each part with its language: on a page in another language names are Chinese. @param {HTMLElement} element */
  function partsOf(element) {
    const found = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { data, parentElement } = walk.currentNode, { lang } = parentElement.closest("[lang]"), last = found.at(-1);
      if (!parentElement.getClientRects().length) continue;
      if (last?.lang === lang) last.text += data;
      else found.push({ lang, text: data });
    }
    return found.flatMap(({ lang, text }) => sentences(text, lang).filter((said) => said.trim()).map((said) => ({ lang, said })));
  }

  function mark(element) {
    for (const old of document.querySelectorAll(".mg-spoken")) old.classList.remove("mg-spoken");
    if (!element) return;
    element.classList.add("mg-spoken");
    const box = element.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight - 90) element.scrollIntoView({ block: "center" });
  }

  /** Say the sentence at hand, then the next one. A turn that is over (paused, stopped) says nothing more. */
  function say(turn) {
    const element = state.list[state.at];
    if (turn !== state.turn) return;
    if (!element) return stop(tr("读完了。"));
    const parts = partsOf(element);
    if (state.part >= parts.length) { state.at += 1; state.part = 0; return say(turn); }
    mark(element);
    const { said, lang } = parts[state.part], words = new SpeechSynthesisUtterance(said);
    words.voice = voice(lang) ?? null;
    words.lang = words.voice?.lang ?? (isChinese(lang) ? "zh-CN" : lang);
    words.onend = () => { if (turn === state.turn) { state.part += 1; say(turn); } };
    words.onerror = () => { if (turn === state.turn) stop(tr("这台设备的语音读不下去了。")); };
    engine.speak(words);
  }

  // Pausing ends the utterance and remembers the sentence: the engine's own pause does not hold on many phones.
  function pause() {
    state.paused = !state.paused;
    state.turn += 1;
    engine.cancel();
    show(state.paused ? tr("已暂停") : tr("正在朗读"), state.paused ? tr("继续") : tr("暂停"));
    if (!state.paused) say(state.turn);
  }

  function show(words, next) {
    const [status, button] = state.bar.children;
    status.textContent = words;
    button.textContent = next;
  }

  function stop(words) {
    state.turn += 1;
    engine.cancel();
    mark(null);
    state.bar.children[0].textContent = words;
    state.bar.remove();
    document.body.style.paddingBottom = "";
  }

  function start() {
    state.bar ??= make("div", { class: "mg-speech mg-bar", role: "region", "aria-label": tr("朗读") }, make("p", { role: "status" }), button(tr("暂停"), pause), button(tr("停止"), () => stop("")));
    Object.assign(state, { list: passages(), at: 0, part: 0, turn: state.turn + 1, paused: false });
    engine.cancel();
    document.body.append(state.bar);
    document.body.style.paddingBottom = `${state.bar.offsetHeight}px`;
    show(tr("正在朗读"), tr("暂停"));
    state.bar.children[1].focus();
    say(state.turn);
  }

  minggui.speech = {
    /** What the panel offers: a button and a word about it, or why there is none. @param {() => void} close @returns {HTMLElement[]} */
    offer(close) {
      if (!voice("zh") || !voice(here)) return [make("p", {}, tr("朗读：这台设备没有自带的中文语音，所以读不了。要把文字发到网上去读的语音，本站不用。"))];
      return [button(tr("朗读这一页"), () => { close(); start(); }), make("p", {}, tr("朗读用这台设备自带的语音，文字不会发出去。"))];
    },
  };
  engine.getVoices(); // Some browsers look for voices only when asked.
  engine.addEventListener?.("voiceschanged", () => document.dispatchEvent(new Event("minggui:voices")));
  window.addEventListener("pagehide", () => engine.cancel());
})();

/*
 * The page: what is pressed and typed goes to the form, and what stands in the form goes to the draft. Nothing that was
 * typed is ever removed without asking.
 */
class Page {
  static #PAUSE = 300; // ms without a change before the draft is kept
  static #BEGINS = "netjudge-capture"; // heard by a page of before, whose place this one has taken
  #root;
  #form;
  #voice;
  #finish;
  #draft = new Draft();
  #timer;
  #changed = false; // since the draft was kept
  #failing = false; // the last draft could not be kept
  #gone = new AbortController();

  constructor(root) {
    const known = People.read(part(root, "known-people"));
    const words = part(root, "entry-words").content;
    const rows = [...words.querySelectorAll("dl > div")].map((row) => [...row.children].map((one) => one.textContent));
    const noNames = new Set(words.querySelector("p").textContent.split(" "));
    this.#root = root;
    this.#voice = new Voice(root);
    this.#form = new Form(root, known, (card, one) => this.#picked(card, one));
    this.#finish = new Finish(root, this.#form, this.#voice, Object.fromEntries(rows), { known, noNames });
  }

  start() {
    dispatchEvent(new Event(Page.#BEGINS));
    this.#begin();
    this.#restore();
    this.#listen();
    this.#finish.show();
    part(this.#root, "off").remove();
    part(this.#root, "form").hidden = false;
    this.#root.querySelector("[data-do=share]").hidden = !Ways.canShare();
  }

  #listen() {
    const { signal } = this.#gone;
    const hear = (target, name, then) =>
      target.addEventListener(name, (event) => (this.#root.isConnected ? then(event) : this.#leave()), { signal });
    hear(this.#root, "click", (event) => this.#press(event.target.closest("[data-do]")));
    hear(this.#root, "input", (event) => this.#change(event.target.closest("fieldset")));
    hear(this.#root, "submit", (event) => event.preventDefault());
    hear(part(this.#root, "preview"), "toggle", () => this.#finish.show());
    hear(window, "storage", (event) => this.#otherTab(event));
    hear(window, "pagehide", () => this.#keep());
    hear(window, Page.#BEGINS, () => this.#keep());
    hear(document, "visibilitychange", () => document.hidden && this.#keep());
    hear(window, "beforeunload", (event) => this.#wouldLose() && event.preventDefault());
  }

  /** The theme may have put another page in the place of this one without loading it. */
  #leave() {
    this.#keep();
    this.#gone.abort();
  }

  #press(button) {
    const actions = {
      press: () => this.#pressWord(button),
      add: () => this.#add(),
      remove: () => this.#remove(button.closest("fieldset")),
      share: () => this.#finish.give("share"),
      copy: () => this.#finish.give("copy"),
      download: () => this.#finish.give("download"),
      reveal: () => this.#reveal(JSON.parse(button.dataset.place)),
      done: () => this.#clear("done", "finished"),
      anew: () => this.#clear("anew"),
      reload: () => location.reload(),
    };
    actions[button?.dataset.do]?.();
  }

  // -------------------------------------------------------------------------------------------------------------------
  // Writing
  // -------------------------------------------------------------------------------------------------------------------

  #pressWord(button) {
    button.setAttribute("aria-pressed", String(!isPressed(button)));
    this.#change(button.closest("fieldset"));
  }

  #add() {
    const card = this.#form.add();
    goTo(this.#form.field(card, "name"), card);
    this.#voice.announce("added", { number: this.#form.cards.length });
  }

  async #remove(card) {
    const at = this.#form.cards.indexOf(card);
    if (!Entry.isBlank(this.#form.entry.people[at]) && !(await this.#voice.ask("remove"))) return;
    this.#form.remove(card);
    this.#change();
    const near = this.#form.cards[Math.min(at, this.#form.cards.length - 1)];
    goTo(this.#form.field(near, "name"), near);
    this.#voice.announce("removed");
  }

  #picked(card, one) {
    this.#change(card);
    this.#voice.announce("picked", { name: one.name });
    const typing = document.activeElement === this.#form.field(card, "name");
    if (!typing) card.querySelector("[data-axis] > summary")?.focus({ preventScroll: true });
  }

  #reveal(place) {
    const field = this.#form.reveal(place);
    goTo(field, field.closest("label"));
  }

  #change(card) {
    this.#changed = true;
    if (card) this.#form.summarise(card);
    this.#finish.show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), Page.#PAUSE);
  }

  /** A form with nobody on it yet, on the day of this device's clock. */
  #begin() {
    part(this.#root, "form").reset();
    this.#form.fill({ date: Checks.today() });
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The draft
  // -------------------------------------------------------------------------------------------------------------------

  #restore() {
    const kept = this.#draft.read();
    if (!kept) return;
    let moved;
    try {
      moved = this.#form.fill(kept);
    } catch {
      return this.#begin(); // no draft of this page's
    }
    this.#voice.notice("restored", { anew: "anew" });
    if (moved) this.#voice.notice("moved");
  }

  #keep() {
    clearTimeout(this.#timer);
    if (!this.#changed) return;
    const { entry } = this.#form;
    const kept = Entry.isEmpty(entry) ? this.#draft.forget() : this.#draft.keep(entry);
    this.#changed = !kept;
    if (kept !== this.#failing) return; // as before
    this.#failing = !kept;
    this.#voice.withdraw("kept", "unkept");
    this.#voice.notice(kept ? "kept" : "unkept");
  }

  /** The newer draft wins; what stands here stays, and becomes the newer one as soon as it is written on. */
  #otherTab(event) {
    if (!this.#draft.isMeantBy(event)) return;
    clearTimeout(this.#timer);
    this.#changed = false;
    this.#voice.withdraw("restored", "elsewhere", "finished_elsewhere");
    if (event.newValue) this.#voice.notice("elsewhere", { reload: "elsewhere_load" });
    else this.#voice.notice("finished_elsewhere");
  }

  #wouldLose() {
    return this.#failing && !Entry.isEmpty(this.#form.entry);
  }

  async #clear(question, then) {
    if (!(await this.#voice.ask(question))) return;
    clearTimeout(this.#timer);
    this.#draft.forget();
    this.#changed = false;
    const notices = part(this.#root, "notices");
    notices.replaceChildren();
    this.#begin();
    this.#finish.clear();
    if (then) this.#voice.notice(then);
    goTo(then ? notices : this.#form.field(this.#root, "title"), this.#root);
  }
}

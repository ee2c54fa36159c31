/*
 * The whole: what is typed, ticked and chosen goes to the list and into the address, and back from there.
 */
class List {
  static #PAUSE = 250; // ms after the last key before the address follows and the count is said
  #root;
  #form;
  #bar;
  #entries;
  #timer;
  #wide = matchMedia("(min-width: 45em)");
  #gone = new AbortController();

  constructor(root) {
    this.#root = root;
    this.#form = part(root, "filter");
    this.#bar = new Bar(this.#form);
    this.#entries = new Entries(root, this.#bar.names, "groups" in this.#form.dataset);
  }

  start() {
    this.#form.hidden = false;
    this.#fold();
    this.#listen();
    this.#follow();
  }

  #listen() {
    const { signal } = this.#gone;
    const hear = (target, name, then) =>
      target.addEventListener(name, (event) => (this.#root.isConnected ? then(event) : this.#gone.abort()), { signal });
    hear(this.#form, "input", (event) => event.target.type === "search" && this.#typed(event));
    hear(this.#form, "change", (event) => event.target.type !== "search" && this.#chosen());
    hear(this.#form, "submit", (event) => event.preventDefault());
    hear(this.#form, "keydown", (event) => event.key === "Escape" && !event.isComposing && this.#escape(event));
    hear(this.#form, "focusout", (event) => this.#leave(event));
    hear(part(this.#form, "reset"), "click", () => this.#reset());
    hear(document, "click", (event) => this.#close(event.target));
    hear(window, "popstate", () => this.#follow());
    hear(this.#wide, "change", () => this.#fold());
  }

  /** On a narrow screen the bar is folded. */
  #fold() {
    part(this.#form, "fold").open = this.#wide.matches;
  }

  #follow() {
    clearTimeout(this.#timer);
    Address.read(this.#form);
    this.#apply();
  }

  #typed(event) {
    clearTimeout(this.#timer);
    const count = this.#show(event.isComposing);
    this.#timer = setTimeout(() => {
      this.#bar.tell(count);
      Address.write(this.#form, { step: false });
    }, List.#PAUSE);
  }

  #chosen() {
    clearTimeout(this.#timer);
    Address.write(this.#form, { step: true });
    this.#apply();
  }

  #reset() {
    this.#form.reset();
    this.#chosen();
  }

  #apply() {
    this.#bar.tell(this.#show());
  }

  #show(writing = false) {
    const { all, meetings } = this.#entries;
    const usual = this.#bar.isUsualOrder;
    const order = usual ? null : Matching.ordered(all, this.#bar.sort);
    for (const said of this.#root.querySelectorAll('[data-part="order"]')) said.hidden = !usual;
    const fits = Matching.fitting(all, meetings, this.#bar.wanted(writing), this.#bar.ofMeeting);
    if (this.#entries.show(fits, order)) part(this.#form, "count").focus();
    return fits.filter(Boolean).length;
  }

  // -------------------------------------------------------------------------------------------------------------------
  // The keyboard
  // -------------------------------------------------------------------------------------------------------------------

  #escape(event) {
    const { words } = this.#form.elements;
    const open = event.target.closest('[data-part="values"][open]');
    if (open) {
      open.open = false;
      open.querySelector("summary").focus();
    } else if (event.target === words && words.value) {
      event.preventDefault();
      words.value = "";
      this.#typed(event);
    }
  }

  /** The values of a filter lie over the list, so they close when the keyboard moves on. */
  #leave({ target, relatedTarget }) {
    const open = target.closest('[data-part="values"][open]');
    if (open && relatedTarget && !open.contains(relatedTarget) && this.#wide.matches) open.open = false;
  }

  #close(target) {
    for (const open of this.#form.querySelectorAll('[data-part="values"][open]')) {
      if (!open.contains(target) && this.#wide.matches) open.open = false;
    }
  }
}

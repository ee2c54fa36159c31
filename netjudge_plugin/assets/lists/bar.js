/*
 * The form above the list: real boxes, a field and a choice. It says how many are shown, and in words what by, so that
 * a printed list and a folded bar say it too.
 */
class Bar {
  #form;

  constructor(form) {
    this.#form = form;
    this.filters = [...form.querySelectorAll("fieldset")];
  }

  get names() {
    return this.filters.map((one) => one.dataset.filter);
  }

  get ofMeeting() {
    return new Set(this.filters.filter((one) => "ofMeeting" in one.dataset).map((one) => one.dataset.filter));
  }

  get sort() {
    return this.#form.elements.sort.value;
  }

  /** Whether the list stands in the order of the page. */
  get isUsualOrder() {
    return this.#form.elements.sort.selectedIndex <= 0;
  }

  /** What is wanted: the words, and of each filter the numbers of the boxes that are ticked. */
  wanted(writing) {
    const numbers = (filter) => Bar.#boxes(filter).flatMap((box, number) => (box.checked ? [number] : []));
    const chosen = Object.fromEntries(this.filters.map((one) => [one.dataset.filter, numbers(one)]));
    return { words: wordsIn(this.#form.elements.words.value, writing), chosen };
  }

  static #boxes(filter) {
    return [...filter.querySelectorAll("[type=checkbox]")];
  }

  /** Say how many are shown, and by what. */
  tell(count) {
    const told = this.#said(["none", "one"][count] ?? "many", { count });
    const line = part(this.#form, "count");
    if (line.textContent !== told) line.textContent = told; // said aloud only if it has changed
    part(this.#form, "applied").textContent = this.#applied();
    for (const filter of this.filters) part(filter, "chosen").textContent = this.#chosen(filter);
  }

  /** A sentence of the page, with its facts. */
  #said(key, facts) {
    const sentences = part(this.#form, "sentences").content;
    const said = sentences.querySelector(`[data-say="${key}"]`).cloneNode(true);
    for (const slot of said.querySelectorAll("[data-fact]")) slot.textContent = facts[slot.dataset.fact];
    return said.textContent;
  }

  /** The values of a filter that are ticked, in words. */
  #chosen(filter) {
    const ticked = Bar.#boxes(filter).filter((box) => box.checked);
    return ticked.map((box) => box.closest("label").textContent.trim()).join(this.#form.dataset.between);
  }

  #applied() {
    const { words, sort } = this.#form.elements;
    const by = this.filters.map((one) => [one.dataset.label, this.#chosen(one)]);
    const narrowed = [[words.dataset.label, words.value.trim()], ...by].filter(([, values]) => values);
    const order = this.isUsualOrder ? [] : [[sort.dataset.label, sort.selectedOptions[0].textContent]];
    const pairs = [...narrowed, ...order].map(([name, values]) => this.#said("pair", { name, values }));
    const what = pairs.join(this.#form.dataset.pairs);
    return narrowed.length ? this.#said("told", { what }) : what;
  }
}

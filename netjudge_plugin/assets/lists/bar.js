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
    return { words: wordsIn(this.#form.elements.q.value, writing), chosen };
  }

  static #boxes(filter) {
    return [...filter.querySelectorAll("[type=checkbox]")];
  }

  /** Say how many are shown, and by what. */
  tell(count) {
    const say = this.#form.dataset;
    const told = count === 0 ? say.sayNone : count === 1 ? say.sayOne : say.sayMany.replace("{count}", count);
    const line = part(this.#form, "count");
    if (line.textContent !== told) line.textContent = told;
    part(this.#form, "applied").textContent = this.#applied();
    for (const filter of this.filters) part(filter, "chosen").textContent = this.#labels(filter).join(say.sayValues);
  }

  #labels(filter) {
    return Bar.#boxes(filter).flatMap((box) => (box.checked ? [box.closest("label").textContent.trim()] : []));
  }

  #applied() {
    const { q, sort } = this.#form.elements;
    const say = this.#form.dataset;
    // a text of the user's may hold `$&` or `{values}`, so it is never a pattern
    const pair = (name, values) => say.sayPair.replace(/\{(name|values)\}/g, (_, key) => ({ name, values })[key]);
    const pairs = this.filters.map((one) => [one.dataset.label, this.#labels(one).join(say.sayValues)]);
    pairs.unshift([q.dataset.label, q.value.trim()]);
    const narrowed = pairs.filter(([, values]) => values);
    const all = this.isUsualOrder ? narrowed : [...narrowed, [sort.dataset.label, sort.selectedOptions[0].textContent]];
    const what = all.map(([name, values]) => pair(name, values)).join(say.sayPairs);
    return narrowed.length ? say.sayApplied.replace("{what}", () => what) : what;
  }
}

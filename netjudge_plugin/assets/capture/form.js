/*
 * The form: an entry read from it and put back into it, and one card for each person. What stands in the form is the
 * entry; there is no second copy that could say something else.
 */
class Form {
  static #EVENT = ["title", "date", "place", "kind", "body"];
  static #PERSON = ["name", "reading", "profession", "firm", "topics", "promise", "by", "note"];
  static #UNREADABLE = "?"; // what a date field holds of which the browser says only that it is no date
  #root;
  #people;
  #known;
  #onPick;
  #told = new WeakMap(); // a card to the fields of whom was picked

  /** `known` are the people to suggest; `onPick` hears of a card and the person who was picked for it. */
  constructor(root, known, onPick) {
    this.#root = root;
    this.#people = part(root, "people");
    this.#known = known;
    this.#onPick = onPick;
  }

  get cards() {
    return [...this.#people.children];
  }

  /** What stands in the form. */
  get entry() {
    return { ...this.#values(this.#root, Form.#EVENT), people: this.cards.map((card) => this.#person(card)) };
  }

  /** Put an entry into the form; true if words that the criteria no longer have had to be moved to a note. */
  fill(entry) {
    this.#put(this.#root, Form.#EVENT, entry);
    this.#people.replaceChildren();
    const people = entry.people?.length ? entry.people : [{}];
    return people.map((person) => this.#fillCard(this.add(), person)).some(Boolean);
  }

  /** A blank card below the others. */
  add() {
    const card = part(this.#root, "person").content.firstElementChild.cloneNode(true);
    const name = this.field(card, "name");
    const choose = (one) => {
      name.value = one.name;
      this.#tell(card, one.told);
      this.#onPick(card, one);
    };
    new Suggestions(name, part(card, "suggestions"), (typed) => People.find(this.#known, typed), choose);
    name.addEventListener("input", () => this.#tell(card, null));
    this.#people.append(card);
    this.#number();
    return card;
  }

  remove(card) {
    card.remove();
    if (!this.cards.length) this.add();
    this.#number();
  }

  /** Say in the headings of a card's questions what has been chosen below: it is to be seen when they are closed. */
  summarise(card) {
    for (const box of card.querySelectorAll("details[data-axis], details[data-signs]")) {
      const chosen = [...box.querySelectorAll("[data-do=press]")].filter(isPressed).map((button) => button.textContent);
      const own = "axis" in box.dataset ? this.#mark(box) : null;
      if (own) chosen.push(`${own.mark} ${own.text}`.trim());
      part(box, "chosen").textContent = chosen.join(this.#root.dataset.comma);
    }
  }

  /** The field that a finding is about, with everything opened that hides it. */
  reveal({ person, field: name }) {
    const within = person === undefined ? this.#root : this.cards[person];
    const found = this.field(within, name) ?? this.#axis(within, name).querySelector("[data-mark]");
    for (let box = found.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    return found;
  }

  field(within, name) {
    return [...within.querySelectorAll("[data-field]")].find((one) => one.dataset.field === name);
  }

  #axis(card, name) {
    return [...card.querySelectorAll("details[data-axis]")].find((axis) => axis.dataset.axis === name);
  }

  #values(within, names) {
    const value = (field) => (field.validity.badInput ? Form.#UNREADABLE : field.value);
    return Object.fromEntries(names.map((name) => [name, value(this.field(within, name))]));
  }

  #put(within, names, values) {
    for (const name of names) if (typeof values[name] === "string") this.field(within, name).value = values[name];
  }

  #person(card) {
    const axes = [...card.querySelectorAll("details[data-axis]")];
    return {
      ...this.#values(card, Form.#PERSON),
      told: this.#told.get(card) ?? null,
      words: [...card.querySelectorAll("[data-word]")].filter(isPressed).map((button) => button.dataset.word),
      marks: axes.map((axis) => this.#mark(axis)).filter(Boolean),
      unsure: axes.filter((axis) => isPressed(axis.querySelector("[data-unsure]"))).map((axis) => axis.dataset.axis),
    };
  }

  /** Own words on an axis with their mark, or null. */
  #mark(axis) {
    const mark = axis.querySelector("[data-mark]").value;
    const text = axis.querySelector("[data-own]").value;
    return mark || text.trim() ? { axis: axis.dataset.axis, mark, text } : null;
  }

  /** Put a person into a card; true if words had to be moved to the note. */
  #fillCard(card, person) {
    const { told = null, words = [], unsure = [], marks = [] } = person;
    this.#put(card, Form.#PERSON, person);
    this.#tell(card, told);
    const lost = [
      ...words.filter((word) => !this.#pressFound(card, (button) => button.dataset.word === word)),
      ...unsure.filter((axis) => !this.#pressFound(this.#axis(card, axis), (button) => "unsure" in button.dataset)),
      ...marks.filter((own) => !this.#fillMark(card, own)).map(({ axis, mark, text }) => `${axis} ${mark} ${text}`),
    ];
    const note = this.field(card, "note");
    note.value = [note.value, ...lost].filter(Boolean).join("\n");
    this.summarise(card);
    return lost.length > 0;
  }

  #pressFound(within, fits) {
    const button = [...(within?.querySelectorAll("[data-do=press]") ?? [])].find(fits);
    button?.setAttribute("aria-pressed", "true");
    return Boolean(button);
  }

  #fillMark(card, { axis, mark, text }) {
    const found = this.#axis(card, axis);
    if (!found) return false;
    found.querySelector("[data-mark]").value = mark;
    found.querySelector("[data-own]").value = text;
    return true;
  }

  /** Note who a card is about: the fields of somebody known, or null for a name that is only typed. */
  #tell(card, told) {
    if (told) this.#told.set(card, told);
    else this.#told.delete(card);
    const one = told ? People.meant(this.#known, told) : People.sole(this.#known, this.field(card, "name").value);
    const line = part(card, "known");
    line.hidden = !told && !one;
    line.textContent = one?.work || line.dataset.known;
    part(card, "more").hidden = Boolean(told);
  }

  #number() {
    this.cards.forEach((card, at) => (card.querySelector("legend [data-fact=number]").textContent = at + 1));
  }
}

/*
 * A name field with a list of suggestions below it: the pattern of a combobox, as screen readers know it.
 *
 * The field keeps the focus while the list is used. Enter that only ends the writing of kanji chooses nobody.
 */
class Suggestions {
  static #count = 0;
  #field;
  #list;
  #find;
  #choose;
  #active = -1;

  /** `find` gives the people whom a text may mean; `choose` hears which of them was meant. */
  constructor(field, list, find, choose) {
    this.#field = field;
    this.#list = list;
    this.#find = find;
    this.#choose = choose;
    list.id = `nj-suggestions-${++Suggestions.#count}`;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "false");
    field.addEventListener("input", () => this.#show());
    field.addEventListener("blur", () => this.hide());
    field.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", (event) => this.#click(event));
  }

  hide() {
    this.#list.replaceChildren();
    this.#list.hidden = true;
    this.#field.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  #show() {
    const found = this.#find(this.#field.value);
    if (!found.length) return this.hide();
    this.#list.replaceChildren(...found.map((one, place) => this.#option(one, place)));
    this.#list.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
    this.#activate(-1);
  }

  #option(one, place) {
    const option = document.createElement("li");
    const small = document.createElement("small");
    option.id = `${this.#list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    small.textContent = `${one.reading} ${one.work}`.trim();
    option.append(one.name, " ", small);
    option.choose = () => this.#take(one);
    return option;
  }

  #activate(place) {
    this.#active = place;
    [...this.#list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === place)));
    const option = this.#list.children[place];
    if (option) {
      this.#field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }

  #key(event) {
    const { length } = this.#list.children;
    if (event.isComposing || !length) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const from = this.#active < 0 && event.key === "ArrowUp" ? 0 : this.#active;
    if (event.key in steps) this.#activate((from + steps[event.key] + length) % length);
    else if (event.key === "Enter" && this.#active >= 0) this.#list.children[this.#active].choose();
    else if (event.key === "Escape") this.hide();
    else return;
    event.preventDefault();
  }

  #click(event) {
    this.#field.blur(); // ends the writing of kanji, which would otherwise put its text over ours
    event.target.closest("[role=option]")?.choose();
  }

  #take(one) {
    this.hide();
    this.#choose(one);
  }
}

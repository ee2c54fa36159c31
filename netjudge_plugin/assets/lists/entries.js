/*
 * The entries of the list as they stand in the page. They are taken out and put in, never made; a group without anybody
 * to show is hidden with its heading. In another order they stand in one list, unless their groups are to stay.
 *
 * A list of thousands is cut into several of a hundred, which the browser need not look at before they are in view;
 * searching in the page finds them all the same.
 */
class Entries {
  static #TOGETHER = 100;
  #groups;
  #flat = Entries.#place();
  #items = [];
  #stay; // whether the groups stay in any order
  meetings;
  all; // what is known of each entry, in the order of the page

  constructor(root, names, stay) {
    this.#stay = stay;
    this.#groups = [...root.querySelectorAll('[data-part="group"]')].map((group) => this.#group(group));
    this.#groups[0]?.element.before(this.#flat.end);
    this.meetings = [...(part(root, "meetings")?.content.children ?? [])].map((one) => Entries.#read(one, names));
    this.all = this.#items.map((item) => this.#entry(item, names));
  }

  /** Where lists stand, right before its end. (A box around them would part them from the theme's grid of cards.) */
  static #place() {
    return { end: document.createComment(""), lists: [] };
  }

  #group(element) {
    const list = part(element, "entries");
    const home = Entries.#place();
    const first = this.#items.length;
    this.#items.push(...list.children);
    list.replaceWith(home.end);
    // the links to its heading, or the items in which they stand (the theme may have made them absolute)
    const links = document.querySelectorAll(`a[href$="#${CSS.escape(element.querySelector("h2").id)}"]`);
    const ways = [...links].map((link) => link.closest("li") ?? link);
    return { element, list: list.cloneNode(false), home, ways, first, last: this.#items.length };
  }

  static #numbers(text) {
    return text ? text.split(" ").map(Number) : [];
  }

  static #read(element, names) {
    const has = Object.fromEntries(names.map((name) => [name, Entries.#numbers(element.dataset[name])]));
    return { ...has, date: element.dataset.date };
  }

  #entry(item, names) {
    const { date, ...has } = Entries.#read(item, names);
    const met = Entries.#numbers(item.dataset.met);
    const days = met.map((number) => this.meetings[number].date).sort();
    const gojuon = item.dataset.gojuon && Number(item.dataset.gojuon);
    let text; // read when it is first asked for
    return {
      has,
      met,
      sort: { date: date ?? days.at(-1), gojuon, profession: has.profession?.[0] },
      get text() {
        return (text ??= Entries.#text(item));
      },
    };
  }

  /** What can be read of an entry (of an event: its title, place and people), and the other ways to type a name. */
  static #text(item) {
    const shown = item.querySelectorAll(".nj-name, .nj-called, .nj-reading, .nj-work, strong > a, small");
    return [...[...shown].map((one) => plain(one.textContent)), plain(item.dataset.also ?? "")].join("\n");
  }

  /** Show those that fit, in an order given by their numbers or that of the page; whether the focus went with one. */
  show(fits, order) {
    const focused = document.activeElement;
    const numbers = (order ?? [...this.#items.keys()]).filter((number) => fits[number]);
    const flat = Boolean(order) && !this.#stay;
    this.#put(this.#flat, this.#groups[0]?.list, flat ? numbers : []);
    for (const group of this.#groups) {
      const here = flat ? [] : numbers.filter((number) => group.first <= number && number < group.last);
      this.#put(group.home, group.list, here);
      group.element.hidden = !here.length;
      for (const way of group.ways) way.hidden = !here.length;
    }
    if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    return !focused.isConnected;
  }

  #put(place, list, numbers) {
    const lists = [];
    for (let from = 0; from < numbers.length; from += Entries.#TOGETHER) {
      const some = numbers.slice(from, from + Entries.#TOGETHER);
      const one = list.cloneNode(false);
      one.style.setProperty("--nj-entries", some.length);
      one.append(...some.map((number) => this.#items[number]));
      lists.push(one);
    }
    for (const one of place.lists) one.remove();
    place.end.before(...lists);
    place.lists = lists;
  }
}

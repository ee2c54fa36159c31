/*
 * The state in the page's address: `?profession=zeirishi&year=2026&sort=last`. A query, since what follows `#` leads to
 * headings; it works on file:// too, and stays when the theme changes pages itself. What others have put there stays.
 * (The theme's own are `q`, which opens its search, and `h`, which marks what was found.)
 */
const Address = {
  /** What the address asks of a form; a value that the form does not know is none. */
  read(form) {
    const asked = new URLSearchParams(location.search);
    form.reset();
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = asked.getAll(box.name).includes(box.value);
    form.elements.words.value = asked.get("words") ?? "";
    const sort = [...form.elements.sort.options].find((one) => one.value === asked.get("sort"));
    if (sort) sort.selected = true;
  },

  /** Put the state of a form into the address: as a step that one can go back from, or in the place of the last. */
  write(form, { step }) {
    const asked = new URLSearchParams(location.search);
    for (const field of form.elements) if (field.name) asked.delete(field.name);
    for (const [name, value] of new FormData(form)) {
      const usual = name === "sort" ? form.elements.sort.options[0].value : "";
      if (value !== usual) asked.append(name, value);
    }
    const query = asked.toString();
    const address = location.pathname + (query && `?${query}`) + location.hash;
    if (query === new URLSearchParams(location.search).toString()) return;
    if (step) history.pushState(history.state, "", address);
    else history.replaceState(history.state, "", address);
  },
};

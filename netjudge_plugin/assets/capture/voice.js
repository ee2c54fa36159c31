/*
 * What the page says: sentences of the catalogue, which stand in the page as elements with slots for their facts, so
 * that no text is ever put together from pieces of HTML.
 */
class Voice {
  #root;
  #sentences;

  constructor(root) {
    this.#root = root;
    this.#sentences = part(root, "sentences").content;
  }

  /** A sentence with its facts filled in, as an element. */
  sentence(key, facts = {}) {
    const found = this.#sentences.querySelector(`[data-say="${key}"]`).cloneNode(true);
    found.querySelectorAll("[data-fact]").forEach((slot) => slot.replaceWith(String(facts[slot.dataset.fact] ?? "")));
    return found;
  }

  /** Say something that is only to be heard. */
  announce(key, facts) {
    part(this.#root, "status").textContent = this.sentence(`say.${key}`, facts).textContent;
  }

  /** A notice that stays until it is withdrawn; `actions` maps what can be done about it to the keys of its words. */
  notice(key, actions = {}, place = part(this.#root, "notices")) {
    this.withdraw(key);
    const box = document.createElement("div");
    box.className = "nj-none";
    box.append(this.sentence(`say.${key}`));
    for (const [action, words] of Object.entries(actions)) box.append(newButton(action, this.sentence(`say.${words}`)));
    place.append(box);
  }

  withdraw(...keys) {
    for (const key of keys) this.#root.querySelector(`.nj-none > [data-say="say.${key}"]`)?.parentElement.remove();
  }

  /** Ask before something is removed; whether the answer was yes. */
  ask(key) {
    const dialog = part(this.#root, "dialog");
    const [yes, no] = dialog.querySelectorAll("button");
    part(dialog, "question").replaceChildren(...this.sentence(`ask.${key}`).childNodes);
    yes.replaceChildren(...this.sentence(`ask.${key}_yes`).childNodes);
    return new Promise((answer) => {
      yes.onclick = () => dialog.close("yes");
      no.onclick = () => dialog.close("no");
      dialog.onclose = () => answer(dialog.returnValue === "yes");
      dialog.returnValue = "";
      dialog.showModal();
    });
  }
}

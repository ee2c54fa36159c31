/*
 * The end of the form: where the file belongs, how it looks, what is still missing, and the ways out. Nothing is
 * removed by a file that has left: only its writer knows whether it has arrived.
 */
class Finish {
  static #OUTCOMES = ["shared", "copied", "downloaded", "selected", "share_text", "share_failed"];
  #root;
  #form;
  #voice;
  #words;
  #knowledge;
  #asked = ""; // the questions that were shown, with the text they were about

  /** `words` are the fields' in the file, `knowledge` is what the checks need: who is known, and what is no name. */
  constructor(root, form, voice, words, knowledge) {
    this.#root = root;
    this.#form = form;
    this.#voice = voice;
    this.#words = words;
    this.#knowledge = knowledge;
  }

  /** Show where the file belongs, and the file itself while somebody is looking at it. */
  show() {
    const { entry } = this.#form;
    const path = [this.#root.dataset.folder, entry.date.slice(0, 4), this.#nameOf(entry)];
    part(this.#root, "path").textContent = path.filter(Boolean).join("/");
    if (part(this.#root, "preview").open) part(this.#root, "text").value = Entry.text(entry, this.#words);
  }

  /** Let the file go by one of the ways, unless something is missing. */
  async give(way) {
    const { entry } = this.#form;
    const text = Entry.text(entry, this.#words);
    const shown = part(this.#root, "text");
    this.#voice.withdraw(...Finish.#OUTCOMES);
    if (this.#isHeldUp(Checks.findings(entry, this.#knowledge), text)) return;
    shown.value = text;
    const outcome = await Ways[way](this.#nameOf(entry), text, shown);
    if (outcome) this.#voice.notice(outcome, {}, part(this.#root, "outcome"));
  }

  /** Forget what was found missing. */
  clear() {
    this.#voice.withdraw(...Finish.#OUTCOMES);
    part(this.#root, "problems").hidden = true;
    this.show();
  }

  #nameOf(entry) {
    return Entry.fileName(entry, this.#root.dataset.file);
  }

  /** Whether something has to be put right first, or is asked for the first time. */
  #isHeldUp(findings, text) {
    const box = part(this.#root, "problems");
    const questions = JSON.stringify([findings, text]);
    const asking = !findings.some((one) => one.must);
    box.hidden = !findings.length || (asking && this.#asked === questions);
    this.#asked = questions;
    if (box.hidden) return false;
    const list = document.createElement("ul");
    list.append(...findings.map((one) => this.#item(one)));
    const again = asking ? [this.#voice.sentence("check.again")] : [];
    box.replaceChildren(this.#voice.sentence("check.lead"), list, ...again);
    goTo(box, box);
    return true;
  }

  /** A finding as a button that leads to its place. */
  #item({ key, facts, person, field }) {
    const item = document.createElement("li");
    const button = newButton("reveal", this.#voice.sentence(`check.${key}`, facts));
    button.dataset.place = JSON.stringify({ person, field });
    item.append(button);
    return item;
  }
}

/*
 * The draft: the entry as it is on the page, kept in the browser's storage under the address of the page.
 *
 * Storage may be forbidden, full or gone at any time. Nothing here throws; what could not be done is said by false.
 */
class Draft {
  static VERSION = 1;
  #key = `netjudge-capture:${location.pathname}`;

  /** The entry that was kept, or null. */
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#key));
      return kept?.version === Draft.VERSION ? kept.entry : null;
    } catch {
      return null;
    }
  }

  /** Keep the entry; false if it could not be kept. */
  keep(entry) {
    return this.#tried(() => localStorage.setItem(this.#key, JSON.stringify({ version: Draft.VERSION, entry })));
  }

  /** Forget the draft; false if that could not be done. */
  forget() {
    return this.#tried(() => localStorage.removeItem(this.#key));
  }

  /** Whether an event of the storage is about this draft: another tab has kept or forgotten it. */
  isMeantBy(event) {
    return event.key === this.#key || event.key === null;
  }

  #tried(action) {
    try {
      action();
      return true;
    } catch {
      return false;
    }
  }
}

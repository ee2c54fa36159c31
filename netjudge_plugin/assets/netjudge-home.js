/*
 * Home: which verdicts are others than when this page was looked at before today.
 *
 * The page holds a digest of everybody's verdict, eight letters each: four for the person, four for what the verdict
 * is. Those of today and of the day before it are kept in the browser's storage under the site's own address; what is
 * shown is only ever moved or copied from the page. Storage may be forbidden, full or gone: then the page stays as it
 * was built, with the verdicts that changed lately.
 */
"use strict";
{
  const VERSION = 1;
  const PERSON = 4;
  const LENGTH = 8;
  const MOST = 12; // to be read; more is told by a sentence
  const site = location.pathname.replace(/index\.html$/, "");
  const key = `netjudge-home:${site}`;

  /** What was kept, or null. */
  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(key));
      return kept?.version === VERSION && typeof kept.last === "string" ? kept : null;
    } catch {
      return null;
    }
  };

  const keep = (kept) => {
    try {
      localStorage.setItem(key, JSON.stringify({ version: VERSION, ...kept }));
    } catch {
      // nothing is lost but the comparison
    }
  };

  const digests = (text) => new Set(text.match(new RegExp(`.{${LENGTH}}`, "g")));

  /** What the reader saw before today, or null; what is seen now is kept for the days to come. */
  const seenBefore = (now) => {
    const day = new Date().toDateString();
    const kept = read();
    const before = kept === null ? null : kept.day === day ? kept.before : kept.last;
    keep({ day, last: now, before });
    return typeof before === "string" ? digests(before) : null;
  };

  const show = (root) => {
    const part = (name) => root.querySelector(`[data-part=${name}]`);
    const now = part("digests")?.content.textContent.trim();
    const before = now === undefined ? null : seenBefore(now);
    if (before === null) return;
    const rows = [...root.querySelectorAll("details [data-digest]"), ...part("unseen").content.children];
    const latest = new Map(rows.map((row) => [row.dataset.digest, row])); // of two about one person the last move stays
    const changed = [...latest.values()].filter((row) => !before.has(row.dataset.digest));
    const people = new Set([...before].map((digest) => digest.slice(0, PERSON)));
    const told = new Set(changed.slice(0, MOST).map((row) => row.dataset.digest));
    const others = [...digests(now)].some(
      (digest) => !before.has(digest) && !told.has(digest) && people.has(digest.slice(0, PERSON)),
    );
    part("new").replaceChildren(...changed.slice(0, MOST).map((row) => document.importNode(row, true)));
    part("more").hidden = !others;
    part("since").hidden = changed.length === 0 && !others;
    part("same").hidden = !part("since").hidden;
    if (part("none")) part("none").hidden = true;
  };

  document.querySelectorAll(".nj-home").forEach(show);
}

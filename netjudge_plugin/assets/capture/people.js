/*
 * Whom one has met before: found by the beginning of the name or of the reading, as soon as a letter of it is typed.
 *
 * Somebody known is { name, reading, work, told, begins, within }: `told` are the fields that an entry needs to mean
 * them, and the last two are the texts they are found by.
 */
const People = (() => {
  const MOST = 6;
  const KATAKANA = /[ァ-ヶ]/g;

  /** The text as it is looked for: without case, spaces and the difference between the two kana. */
  const searchKey = (text) =>
    Checks.nameKey(text.toLowerCase()).replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

  const read = (template) =>
    [...template.content.querySelectorAll("li")].map((item) => {
      const { name, reading = "", also = "", byPerson = name, byId, byReading, byFirm } = item.dataset;
      const told = { person: byPerson };
      if (byId) told.id = byId;
      if (byReading) told.reading = byReading;
      if (byFirm) told.firm = byFirm;
      const spellings = [name, reading, ...also.split("\n")].filter(Boolean);
      const begins = spellings.map(searchKey);
      const within = spellings.flatMap((text) => text.split(/\s+/).slice(1).map(searchKey));
      return { name, reading, work: item.textContent, told, begins, within };
    });

  /** Who begins like this; given names come after surnames. */
  const find = (known, typed) => {
    const key = searchKey(typed);
    if (!key) return [];
    const first = known.filter((one) => one.begins.some((text) => text.startsWith(key)));
    const second = known.filter((one) => !first.includes(one) && one.within.some((text) => text.startsWith(key)));
    return [...first, ...second].slice(0, MOST);
  };

  /** Whom an entry's fields mean. */
  const meant = (known, told) => known.find((one) => JSON.stringify(one.told) === JSON.stringify(told));

  const namesakes = (known, name) => known.filter((one) => Checks.nameKey(one.name) === Checks.nameKey(name));

  /** The one person of a name, if there is one and no more. */
  const sole = (known, name) => {
    const found = namesakes(known, name);
    return found.length === 1 ? found[0] : undefined;
  };

  return { read, find, meant, namesakes, sole };
})();

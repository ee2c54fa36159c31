/*
 * What is still missing before an entry is a file that the journal reads without a word of complaint.
 *
 * A finding is { key, must, facts, person, field }: which sentence tells it, whether the file has to wait for it (else
 * it is only asked), and the place on the form, `person` counted from 0 (undefined for the event's own fields).
 */
const Checks = (() => {
  const KANA = /^(?=.*[ぁ-ゖァ-ヺㇰ-ㇿ])[ぁ-ゖァ-ヺㇰ-ㇿゝゞヽヾ\u3099\u309aー・\s]+$/u;
  const NAMING = /[^\p{P}\p{Z}\p{M}\p{C}ー〇○◯●◎×✕✖△▲□■☆★*+=~^|<>$`]/u;
  const FAR_BACK = 20; // years
  const must = (key, place, facts = {}) => ({ key, must: true, facts, ...place });
  const ask = (key, place, facts = {}) => ({ key, must: false, facts, ...place });

  /** The text as names are compared: without spaces, full and half width alike. */
  const nameKey = (name) => name.normalize("NFKC").replace(/\s/g, "");

  /** The day by this device's clock, YYYY-MM-DD. */
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };

  const inCalendar = (text) => {
    const moment = new Date(`${text}T00:00:00Z`);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
  };

  const date = ({ date: text }, now) => {
    const place = { field: "date" };
    if (!text) return [must("date_missing", place)];
    if (!inCalendar(text)) return [must("date_impossible", place)];
    if (text > now) return [ask("date_ahead", place)];
    const longAgo = String(Number(now.slice(0, 4)) - FAR_BACK) + now.slice(4);
    return text < longAgo ? [ask("date_far", place)] : [];
  };

  const name = (person, number, { known, noNames }) => {
    const place = { person: number - 1, field: "name" };
    const key = nameKey(person.name);
    if (!key) return [must("name_missing", place, { number })];
    if (!NAMING.test(key) || noNames.has(key.toLowerCase())) {
      return [must("name_unusable", place, { number, name: person.name.trim() })];
    }
    const unclear = !person.told && !person.reading.trim() && People.namesakes(known, key).length > 1;
    return unclear ? [must("namesake", place, { name: person.name.trim() })] : [];
  };

  const details = (person, number) => {
    const at = (field) => ({ person: number - 1, field });
    const found = [];
    const reading = person.reading.normalize("NFKC").trim();
    if (!person.told && reading && !KANA.test(reading)) found.push(must("reading", at("reading"), { number }));
    for (const { axis, mark } of person.marks) if (!mark) found.push(must("mark", at(axis), { number, axis }));
    if (person.by && !person.promise.trim()) found.push(must("promise", at("promise"), { number }));
    else if (person.by && !inCalendar(person.by)) found.push(must("by", at("by"), { number }));
    return found;
  };

  /** The same name twice; people who are told apart by their fields are two. */
  const twice = (people) => {
    const seen = new Set();
    return people.flatMap((person, at) => {
      if (Entry.isBlank(person) || !person.name.trim()) return [];
      const who = person.told ?? { person: person.name, reading: person.reading };
      const key = JSON.stringify([who.person, who.id ?? "", who.reading ?? "", who.firm ?? ""].map(nameKey));
      const again = seen.has(key);
      seen.add(key);
      return again ? [ask("twice", { person: at, field: "name" }, { name: person.name.trim() })] : [];
    });
  };

  /** All findings, those first for which the file has to wait. */
  const findings = (entry, knowledge) => {
    const found = [
      ...date(entry, today()),
      ...entry.people.flatMap((person, at) =>
        Entry.isBlank(person) ? [] : [...name(person, at + 1, knowledge), ...details(person, at + 1)],
      ),
      ...twice(entry.people),
    ];
    if (entry.people.every(Entry.isBlank)) found.push(ask("nobody", { person: 0, field: "name" }));
    return [...found.filter((one) => one.must), ...found.filter((one) => !one.must)];
  };

  return { findings, nameKey, today };
})();

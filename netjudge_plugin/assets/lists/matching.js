/*
 * Which entries are shown, and in which order: plain functions of plain values.
 *
 * An entry has `text`, its numbers of every filter in `has`, and of the meetings in `met`; a meeting has its numbers.
 * What is wanted are `words` and, by filter, the `chosen` numbers. Filters are joined by *and*, the values of one
 * filter by *or*; all that is wanted of meetings must be true of one and the same meeting.
 */
const Matching = {
  /** For each entry whether it fits. */
  fitting(entries, meetings, { words, chosen }, ofMeeting) {
    const wanted = Object.entries(chosen).filter(([, numbers]) => numbers.length);
    const sets = wanted.map(([name, numbers]) => [name, new Set(numbers)]);
    const own = sets.filter(([name]) => !ofMeeting.has(name));
    const where = sets.filter(([name]) => ofMeeting.has(name));
    const fits = (has, needs) => needs.every(([name, any]) => has[name]?.some((number) => any.has(number)));
    const met = where.length && meetings.map((meeting) => fits(meeting, where));
    return entries.map(
      (entry) =>
        fits(entry.has, own) &&
        (!met || entry.met.some((number) => met[number])) &&
        words.every((word) => entry.text.includes(word)),
    );
  },

  /** The numbers of the entries in an order, those without what it goes by at the end; null for that of the page. */
  ordered(entries, sort) {
    const by = { last: ["date", -1], oldest: ["date", 1], gojuon: ["gojuon", 1], profession: ["profession", 1] }[sort];
    if (!by) return null;
    const [key, way] = by;
    const keys = entries.map((entry) => entry.sort[key]);
    const compared = (a, b) => (a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -way : way);
    // what is equal stays in the order of the 五十音 where the list has one, else in that of the page
    const rest = (entry, number) => entry.sort.gojuon ?? number;
    return entries.map((_, number) => number).sort((a, b) => compared(keys[a], keys[b]) || rest(entries[a], a) - rest(entries[b], b));
  },
};

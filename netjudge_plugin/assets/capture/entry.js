/*
 * An entry, and the journal file that it becomes. Values go in and text comes out; nothing here knows the page.
 *
 * An entry is { title, date, place, kind, body, people }. One of its people is { name, told, reading, profession, firm,
 * words, marks, unsure, topics, promise, by, note }: `told` holds the fields by which the journal knows somebody who
 * was picked ({ person, id? … }) and is null for anybody else; a mark is { axis, mark, text }.
 */
const Entry = (() => {
  const PICTURE = "[\\u2190-\\u21ff\\u2300-\\u27bf\\u2900-\\u297f\\u2b00-\\u2bff\\u{1f000}-\\u{1faff}]";
  const JOINED = `${PICTURE}\\ufe0f?\\u200d(?=${PICTURE})`; // one emoji made of several
  const FLAG = "\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}"; // of a part of a country
  const UNSEEN = "\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2800\\u3164\\uffa0";
  const HIDDEN = new RegExp(`(${JOINED}|${FLAG})|[${UNSEEN}]`, "gu");
  const FORBIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;
  const PLAIN = /^(?:××|[\p{L}◎○△×？])(?:[\p{L}\p{M}\p{N} '’・、。（）！？〜～-]*[\p{L}\p{M}\p{N}。）！？])?$/u;
  const DASH = /^[ーｰ]/; // letters to Unicode, but at the beginning the reader takes them for a slip of the pen
  const MEANS_SOMETHING = /^(?:y|n|yes|no|true|false|on|off|null)$/i; // to other programs that read YAML
  const DAY = /^\d{4}-\d{2}-\d{2}$/;
  const SEVERAL = /[、，,\n]/;
  const LONGEST_SLUG = 60;

  /** The text without what no journal file may hold: controls, and halves of characters. */
  const lawful = (text) => text.replace(/\r\n?/g, "\n").replace(FORBIDDEN, "");

  /** The text without what nobody can see, either: in a name it would make a twin. */
  const visible = (text) => lawful(text).replace(HIDDEN, (_, wanted) => wanted ?? "");

  /** A text as YAML reads it back, sign for sign; in quotes unless it surely needs none. */
  const quoted = (text) => {
    const shown = visible(text);
    const plain = PLAIN.test(shown) && !DASH.test(shown) && !MEANS_SOMETHING.test(shown);
    return plain ? shown : JSON.stringify(shown);
  };

  const parted = (text) => text.split(SEVERAL).map((part) => part.trim()).filter(Boolean);
  const pair = (indent, key, value) => (value.trim() ? [`${indent}${key}: ${quoted(value)}`] : []);
  const day = (indent, key, value) => (DAY.test(value) ? [`${indent}${key}: ${value}`] : pair(indent, key, value));
  const list = (indent, key, items) =>
    items.length ? [`${indent}${key}:`, ...items.map((item) => `${indent}  - ${item}`)] : [];

  const impressions = ({ words, marks }) => [
    ...words.map(quoted),
    ...marks.map(({ axis, mark, text }) => `${quoted(axis)}: ${quoted(`${mark} ${text.trim()}`.trim())}`),
  ];

  const promise = ({ promise: what, by }, field) =>
    by && what.trim()
      ? [`    ${field.promise}:`, ...pair("      ", field.what, what.trim()), ...day("      ", field.by, by)]
      : pair("    ", field.promise, what.trim());

  /** One person met, as an item of a list. */
  const contact = (person, field) => {
    const { told, name, reading, profession, firm } = person;
    const who = told ?? { person: name, reading, firm };
    const lines = [
      ...pair("    ", field.person, who.person.trim()),
      ...pair("    ", field.id, who.id ?? ""),
      ...pair("    ", field.reading, (who.reading ?? "").trim()),
      ...(told ? [] : list("    ", field.profession, parted(profession).map(quoted))),
      ...pair("    ", field.firm, (who.firm ?? "").trim()),
      ...list("    ", field.impressions, impressions(person)),
      ...list("    ", field.unsure, person.unsure.map(quoted)),
      ...list("    ", field.topics, parted(person.topics).map(quoted)),
      ...promise(person, field),
      ...pair("    ", field.note, person.note),
    ];
    return lines.map((text, place) => (place ? text : text.replace(/^ {4}/, "  - ")));
  };

  /** The whole file. `field` gives the words of the fields. */
  const text = (entry, field) => {
    const people = entry.people.filter((person) => !isBlank(person));
    const lines = [
      "---",
      ...pair("", field.title, entry.title.trim()),
      ...day("", field.date, entry.date),
      ...pair("", field.place, entry.place.trim()),
      ...pair("", field.kind, entry.kind),
      people.length ? `${field.contacts}:` : `${field.contacts}: []`,
      ...people.flatMap((person) => contact(person, field)),
      "---",
      "",
    ];
    const body = lawful(entry.body).trimEnd();
    return lines.join("\n") + (body ? `\n${body}\n` : "");
  };

  /** The name of the file: the date, and the title where it is in ASCII (kanji cannot be read without help). */
  const fileName = (entry, otherwise) => {
    const title = entry.title.normalize("NFKC").toLowerCase();
    const ascii = /^[ -~]+$/.test(title) ? title.replace(/[^a-z0-9]+/g, "-").slice(0, LONGEST_SLUG) : "";
    return `${entry.date}-${ascii.replace(/^-+|-+$/g, "") || otherwise}.md`;
  };

  /** Whether nothing was written of a person. */
  const isBlank = (person) => Object.values(person).every((value) => value === null || value.length === 0);

  /** Whether nothing was written at all that would be missed (a date and a kind are there from the beginning). */
  const isEmpty = ({ title, place, body, people }) => !title && !place && !body && people.every(isBlank);

  return { quoted, text, fileName, isBlank, isEmpty };
})();

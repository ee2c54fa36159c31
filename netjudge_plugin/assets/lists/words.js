/*
 * Lists that one can filter and sort. The page is complete without this: the script takes entries away and puts them
 * back, in another order if wanted, and never writes one.
 *
 * The files of this folder become one script, and know each other by name: Matching decides which entries are shown,
 * Address is the state in the page's address, Entries are what stands in the list, Bar is the form above it, and List
 * the whole. The form is the state: there is no second copy to keep in step. Below: when two words are the same.
 */

/** The element that plays a part. */
const part = (within, name) => within.querySelector(`[data-part="${name}"]`);

/** A text as it is compared: of one width and case, in hiragana, without spaces (`plain` in `views/filters.py`). */
const plain = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/\s+/g, "");

/** The words that were typed. While kana are being written their last one may still be Latin letters (さt). */
const wordsIn = (typed, writing = false) => {
  const words = typed.normalize("NFKC").split(/\s+/).map(plain);
  return words.map((word) => (writing ? word.replace(/(?<=[ぁ-ゖ])[a-z]{1,3}$/, "") : word)).filter(Boolean);
};

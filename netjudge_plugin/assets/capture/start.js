/* The beginning. */

// the tests read texts back that were written here
window.netjudgeCapture = { quoted: Entry.quoted, text: Entry.text };

document.querySelectorAll(".nj-capture").forEach((root) => new Page(root).start());

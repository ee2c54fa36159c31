/*
 * The buttons that copy a text to begin with. Without this script they are not shown, and the text can be selected by
 * hand. Where a browser allows no clipboard, the text is selected, which is half the way.
 */
"use strict";
{
  const copy = async (text) => {
    text.focus();
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      return true;
    } catch {
      return document.execCommand("copy"); // where the page is opened from a folder, or over plain http
    }
  };

  document.querySelectorAll(".nj-message").forEach((message) => {
    const button = message.querySelector("button");
    if (!button.hidden) return; // the theme may run a script of a page again
    button.hidden = false;
    const text = message.querySelector("textarea");
    if (!CSS.supports("field-sizing", "content")) text.style.height = `${text.scrollHeight + 2}px`;
    button.addEventListener("click", async () => {
      const done = await copy(text);
      message.querySelector("[role=status]").textContent = button.dataset[done ? "copied" : "selected"];
    });
  });
}

/*
 * Writing an event down, on the page itself: no server, no network, nothing to install. So it works on the way home.
 *
 * The files of this folder become one script, and know each other by name: Entry is the file to be, Checks what is
 * missing, People whom one knows, Suggestions the list below a name, Draft what survives a reload, Ways how the file
 * leaves, Voice what the page says, Form what stands on it, Finish its end, and Page the whole. Below: how all of them
 * find their way about the page. Parts are named by `data-part`, never by their looks.
 */

/** The element that plays a part. */
const part = (within, name) => within.querySelector(`[data-part="${name}"]`);

/** Whether a button that stays pressed is pressed. */
const isPressed = (button) => button.getAttribute("aria-pressed") === "true";

/** A button by what it does, with its words. */
const newButton = (action, words) => {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.do = action;
  button.append(...words.childNodes);
  return button;
};

/** Bring a box into view and put the focus on a field in it. */
const goTo = (field, box) => {
  const gently = matchMedia("(prefers-reduced-motion: no-preference)").matches;
  box.scrollIntoView({ behavior: gently ? "smooth" : "auto", block: "start" });
  field.focus({ preventScroll: true });
};

/*
 * The ways by which a finished file leaves the page. Each gives the key of the sentence that tells what came of it, or
 * an empty text if the user has thought better of it.
 */
const Ways = (() => {
  const TYPE = "text/markdown";
  const UNHURRIED = 60_000; // ms: a download may ask first where to put the file
  const fileOf = (name, text) => new File([text], name, { type: TYPE });
  let asText = false;

  const canShare = () => Boolean(navigator.canShare?.({ files: [fileOf("a.md", "a")] }));

  /** The device's own sheet for sharing. Some take no Markdown file; those are given the text, at the next press. */
  const share = async (name, text) => {
    try {
      await navigator.share(asText ? { title: name, text } : { files: [fileOf(name, text)] });
      return "shared";
    } catch (error) {
      if (error.name === "AbortError") return "";
      if (asText) return "share_failed";
      asText = true;
      return "share_text";
    }
  };

  /** The clipboard, or the text selected for the device's own copying. `shown` is the field that shows the text. */
  const copy = async (name, text, shown) => {
    try {
      await navigator.clipboard.writeText(text);
      return "copied";
    } catch {
      shown.closest("details").open = true;
      shown.focus();
      shown.select();
      return "selected";
    }
  };

  const download = (name, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(fileOf(name, text));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), UNHURRIED);
    return "downloaded";
  };

  return { canShare, share, copy, download };
})();

/*
 * Search in a site that is opened from a folder. A page on file:// may not start a worker, so the theme's search would
 * stay silent; here the worker's script runs in a hidden frame, and what passes between the two are the same messages.
 * The theme's worker looks for `IFrameWorker` in the window above it to know that it lives in a frame.
 */
(() => {
  if (location.protocol !== "file:") return;

  class IFrameWorker extends EventTarget {
    #frame = document.createElement("iframe");

    constructor(url) {
      super();
      this.#frame.hidden = true;
      this.#frame.title = "search";
      this.#frame.srcdoc = "<!doctype html>";
      this.loaded = new Promise((done) => this.#frame.addEventListener("load", done, { once: true })).then(() => {
        const inside = this.#frame.contentWindow;
        inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
        inside.importScripts = (...urls) => urls.reduce((last, each) => last.then(() => this.#load(each)), Promise.resolve());
        return this.#load(url);
      });
      document.body.append(this.#frame);
    }

    /** Run a script in the frame; scripts run one after the other, as in a worker. */
    #load(url) {
      const script = this.#frame.contentDocument.createElement("script");
      script.src = new URL(url, document.baseURI).href;
      return new Promise((done, failed) => {
        script.onload = done;
        script.onerror = () => failed(new Error(`cannot load ${script.src}`));
        this.#frame.contentDocument.head.append(script);
      });
    }

    postMessage(data) {
      this.loaded.then(() => {
        const inside = this.#frame.contentWindow;
        inside.dispatchEvent(new inside.MessageEvent("message", { data }));
      });
    }

    terminate() {
      this.#frame.remove();
    }
  }

  window.IFrameWorker = IFrameWorker;
  window.Worker = IFrameWorker;
})();

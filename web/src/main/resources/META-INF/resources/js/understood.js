// What was understood of an amount goes as soon as something else is typed; htmx asks for what comes in its place.

const amount = document.getElementById("amount");
const understood = document.getElementById("amount-understood");

amount?.addEventListener("input", () => {
  // htmx reads the detail of each of its events.
  amount.dispatchEvent(new CustomEvent("htmx:abort", { bubbles: true, detail: {} }));
  // The room that it took stays, or the fields below would move with each letter.
  understood.style.minBlockSize = `${understood.getBoundingClientRect().height}px`;
  understood.replaceChildren();
});

for (const failed of ["htmx:responseError", "htmx:sendError"]) {
  amount?.addEventListener(failed, () => {
    const words = document.getElementById("amount-not-understood").content;
    understood.replaceChildren(words.cloneNode(true));
  });
}

// A receipt follows its change by itself. Where that fails, it must not go on looking as if it did.

const lost = document.getElementById("following-lost");

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    lost.hidden = false;
  });
}

document.addEventListener("htmx:afterRequest", (event) => {
  const answer = event.detail.xhr?.status;
  if (answer === 200 || answer === 304) {
    lost.hidden = true;
  }
});

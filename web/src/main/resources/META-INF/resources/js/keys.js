// Keys for those who would rather not reach for the mouse; every one of them has a link or a field that does the same.

const help = document.getElementById("keys");
const used = document.getElementById("keys-used");
const amount = document.getElementById("amount");

/** What a key does where no text is written. Enter and Escape are the browser's. */
const keys = {
  "/": () => takeUp(document.getElementById("search")),
  "?": showOrHide,
  e: () => (amount ? takeUp(amount) : openForChange()),
  g: waitForPage,
  j: () => step(1),
  k: () => step(-1),
};

/** Whether g was the key before, a moment ago. */
let goes = false;

document.addEventListener("keydown", (event) => {
  if (!used.checked || event.ctrlKey || event.altKey || event.metaKey || writes(event.target)) {
    return;
  }
  const page = goes ? document.querySelector(`.nav a[data-key="${CSS.escape(event.key)}"]`) : null;
  goes = false;
  const action = page ? () => page.click() : keys[event.key];
  if (action) {
    // Or the letter would be written into the field that it leads to.
    event.preventDefault();
    action();
  }
});

/** Whether keys mean text or a choice there. */
function writes(element) {
  return element.isContentEditable
    || element.matches("select, textarea, input:not([type=checkbox], [type=radio])");
}

function takeUp(field) {
  field.focus();
  field.select();
}

function showOrHide() {
  help.togglePopover();
  if (help.matches(":popover-open")) {
    help.focus();
  }
}

function waitForPage() {
  goes = true;
  setTimeout(() => (goes = false), 1500);
}

/** From one row's link or box to that of another; where none has the focus, to the first. */
function step(by) {
  const rows = [...document.querySelectorAll("main tbody tr")]
    .map((row) => ({ row, way: row.querySelector("a[href], input") }))
    .filter(({ way }) => way);
  const here = rows.findIndex(({ row }) => row.contains(document.activeElement));
  rows[Math.max(0, Math.min(here + by, rows.length - 1))]?.way.focus();
}

/** A customer opens with the cursor where the new budget is typed, for those who may change it. */
function openForChange() {
  const row = document.activeElement.closest("main tbody tr");
  const customer = row?.querySelector("a[href^='/customers/']");
  if (customer && help.querySelector("[data-key=e]")) {
    location.assign(`${customer.href}#amount`);
  }
}

/** Last, for a browser that keeps nothing for pages breaks off here, and the keys work all the same. */
const unused = "purser.keys-unused";
used.checked = localStorage.getItem(unused) === null;
used.addEventListener("change", () =>
  used.checked ? localStorage.removeItem(unused) : localStorage.setItem(unused, "yes"));

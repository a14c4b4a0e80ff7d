// Only makes faster what works without it.

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    closeMenus((menu) => {
      if (menu.contains(document.activeElement)) {
        menu.querySelector("summary").focus();
      }
    });
  }
});

document.addEventListener("click", (event) => {
  closeMenus(() => {}, (menu) => !menu.contains(event.target));
  const button = event.target.closest("button[data-copy], button[data-print]");
  if (!button) {
    return;
  }
  if (button.dataset.print !== undefined) {
    window.print();
  } else {
    copy(button);
  }
});

function closeMenus(closed, which = () => true) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (which(menu)) {
      closed(menu);
      menu.open = false;
    }
  }
}

/** Copies what the button names, or the address of the page, and says so in its place for a moment. */
async function copy(button) {
  const text = button.dataset.copy || location.href;
  if (!(await toClipboard(text))) {
    return;
  }
  const label = button.textContent;
  if (label !== button.dataset.copied) {
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = label), 1500);
  }
}

async function toClipboard(text) {
  if (!navigator.clipboard) {
    return copiedFromField(text);
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromField(text);
  }
}

/** Without https there is no clipboard, but what is selected can still be copied. */
function copiedFromField(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

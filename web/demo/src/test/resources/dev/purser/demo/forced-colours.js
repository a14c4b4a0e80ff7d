// What cannot be seen, or is told by a colour that the reader did not choose, while the reader's colours are forced on the
// page; each as a few words; nothing, if all is well.
() => {
  const GRAPHICS = 3; // WCAG 2.2, 1.4.11
  const wrong = [];
  const called = (element) => `<${element.localName} class="${element.getAttribute("class")}"> in: ${element.parentElement.textContent.replace(/\s+/g, " ").trim().slice(0, 40)}`;

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const seen = (colour) => colour !== "none" && channels(colour)[3] !== 0;

  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.forcedColorAdjust = "none";
  const chosen = new Set();
  let canvas;
  for (const name of ["Canvas", "CanvasText", "LinkText", "VisitedText", "ActiveText", "GrayText", "ButtonText", "ButtonBorder", "FieldText", "Highlight", "HighlightText", "MarkText"]) {
    probe.style.color = name;
    chosen.add(getComputedStyle(probe).color);
    canvas ??= getComputedStyle(probe).color;
  }
  probe.remove();

  const behind = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const colour = getComputedStyle(around).backgroundColor;
      if (seen(colour)) {
        return colour;
      }
    }
    return canvas;
  };
  const check = (what, element, colour, background) => {
    if (!chosen.has(colour)) {
      wrong.push(`${what} has the page's own colour ${colour}: ${called(element)}`);
    } else if (contrast(colour, background) < GRAPHICS) {
      wrong.push(`${what} cannot be seen, ${colour} on ${background}: ${called(element)}`);
    }
  };
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());

  for (const icon of shown(".icon")) {
    check("an icon", icon, getComputedStyle(icon).color, behind(icon));
  }
  for (const part of shown(".bar__fill")) {
    if (part.getBoundingClientRect().width > 0) {
      check("what is used", part, getComputedStyle(part).fill, canvas);
    }
  }
  for (const part of shown(".bar__track, .bar__limit, .bar__none")) {
    check("the frame of a bar", part, getComputedStyle(part).stroke, canvas);
  }
  for (const step of shown(".timeline li")) {
    const { backgroundColor, borderTopColor } = getComputedStyle(step, "::before");
    check("the sign of a step", step, borderTopColor, canvas);
    if (step.matches(".is-next") === contrast(backgroundColor, canvas) >= GRAPHICS) {
      wrong.push(`a step that is still to come looks like one that is past: ${called(step)}`);
    }
  }
  for (const page of shown(".nav a")) {
    const line = getComputedStyle(page).borderBottomColor;
    if (page.matches("[aria-current]") !== contrast(line, canvas) >= GRAPHICS) {
      wrong.push(`which page is open is not seen: ${called(page)}`);
    }
  }
  for (const control of shown(".button:not(.button--text, .button--quiet), .input, .select, .search input")) {
    check("the frame of a control", control, getComputedStyle(control).borderTopColor, canvas);
  }
  return wrong;
}

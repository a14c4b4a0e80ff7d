// What is wrong with how the page is laid out in the window as it is, each as a few words; nothing, if all is well.
() => {
  const SMALLEST = 24; // WCAG 2.2, 2.5.8
  const ROUNDING = 1;
  const CONTROLS = "button, input:not([type=hidden]), select, textarea, summary";
  const wrong = [];

  const style = (element) => getComputedStyle(element);
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const called = (element) =>
    `<${element.localName}${element.className ? ` class="${element.getAttribute("class")}"` : ""}> ${text(element).slice(0, 40)}`;
  const say = (what, element, figures) => wrong.push(`${what}: ${called(element)} (${figures.map(Math.round).join(" in ")})`);

  /** Also what is there for screen readers alone is not shown. */
  const shown = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) {
      return false;
    }
    for (let around = element; around; around = around.parentElement) {
      if (style(around).clipPath !== "none") {
        return false;
      }
    }
    return element.getBoundingClientRect().bottom > 0;
  };
  const all = [...document.body.querySelectorAll("*")].filter((element) => element instanceof HTMLElement && shown(element));

  // Sideways
  const window = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth;
  if (wide > window) {
    wrong.push(`scrolls sideways: ${wide} in ${window}`);
  }
  const clipped = (element) => element !== document.body && (style(element).overflowX !== "visible" || clipped(element.parentElement));
  for (const element of all) {
    const { left, right } = element.getBoundingClientRect();
    if ((right > window + ROUNDING || left < -ROUNDING) && !clipped(element.parentElement)) {
      say("reaches out of the window", element, [left, right]);
    }
  }

  // Cut off, or over its neighbours
  for (const element of all) {
    const { display, overflowX, overflowY, textOverflow, webkitLineClamp } = style(element);
    if (display === "inline" || element.matches("input, select, textarea")) {
      continue;
    }
    const broad = element.scrollWidth > element.clientWidth + ROUNDING;
    const high = element.scrollHeight > element.clientHeight + ROUNDING;
    if (broad && overflowX !== "visible" && textOverflow !== "ellipsis") {
      say("is cut off", element, [element.scrollWidth, element.clientWidth]);
    } else if (high && overflowY !== "visible" && webkitLineClamp === "none") {
      say("is cut off below", element, [element.scrollHeight, element.clientHeight]);
    } else if (broad && overflowX === "visible" && element.matches("td, th, dt, dd, li, p, button, summary, label, a, h1, h2, h3")) {
      say("is broader than its place", element, [element.scrollWidth, element.clientWidth]);
    }
  }

  // Too small to hit
  const targets = all
    .filter((element) => element.matches(`a[href], ${CONTROLS}`))
    .map((element) => ({ element, box: (element.matches("[type=checkbox], [type=radio]") ? (element.closest("label") ?? element) : element).getBoundingClientRect() }));
  const small = ({ box }) => Math.min(box.width, box.height) < SMALLEST - 0.01;
  const middle = ({ box }) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
  const inSentence = (link) => [...link.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const crowds = (one, other) => {
    const { x, y } = middle(one);
    if (small(other)) {
      const there = middle(other);
      if (Math.hypot(x - there.x, y - there.y) < SMALLEST) {
        return true;
      }
    }
    const aside = Math.max(other.box.left - x, x - other.box.right, 0);
    const above = Math.max(other.box.top - y, y - other.box.bottom, 0);
    return Math.hypot(aside, above) < SMALLEST / 2;
  };
  /** What an open list lies over is hit after the list was closed. */
  const onOneSheet = (one, other) => one.element.closest("[popover]") === other.element.closest("[popover]");
  for (const target of targets.filter(small)) {
    const { element, box } = target;
    if (element.matches(CONTROLS)) {
      say("is too small", element, [box.width, box.height]);
    } else if (!inSentence(element) && targets.some((other) => other !== target && onOneSheet(target, other) && crowds(target, other))) {
      say("is small and crowded", element, [box.width, box.height]);
    }
  }
  return wrong;
}

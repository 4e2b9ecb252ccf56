import type { Page } from '@playwright/test';

/** Elements that reach beyond the page's right edge, where the page can be scrolled there. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const elements = [...document.body.querySelectorAll('*')]
      // An element that scrolls by itself may contain more than it shows.
      .filter((element) => !element.parentElement?.closest('.overflow-x-auto'))
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map(({ tagName, textContent }) => `${tagName} ${textContent.slice(0, 60)}`);
    // A margin, or what a style sheet draws, belongs to no element that could be named.
    return elements.length === 0 ? ['the page'] : elements;
  });
}

/** A visible text, and the boxes around it that it must not leave: those that clip it, buttons and links. */
interface ShownText {
  text: string;
  /** The text of its tooltip. */
  hint: string;
  place: DOMRect;
  frames: DOMRect[];
}

/**
 * Words of the interface that do not fit, while a page speaks the pseudo-language: cut off where no tooltip
 * shows them in full, or reaching out of their button. Texts with foreign words in them, such as names, may
 * be cut.
 */
export async function misfits(page: Page): Promise<string[]> {
  const shown: ShownText[] = await page.evaluate(readTexts);
  return shown
    .filter(({ text, hint }) => isPseudo(text) && !hint.includes(text))
    .filter(({ place, frames }) => frames.some((frame) => !isWithin(place, frame)))
    .map(({ text }) => text);
}

function isPseudo(text: string): boolean {
  const isForeign = text.split(/[^\p{L}]+/u).some((word) => /^[a-z]{4,}$/i.test(word));
  return /[äéïöüçñšžł]/i.test(text) && !isForeign;
}

/** Letters may be a little higher than their line. */
function isWithin(place: DOMRect, frame: DOMRect): boolean {
  return (
    place.left > frame.left - 1 &&
    place.right < frame.right + 1 &&
    place.top > frame.top - 3 &&
    place.bottom < frame.bottom + 3
  );
}

/** Runs in the page. */
function readTexts(): ShownText[] {
  const framesAround = (element: Element): DOMRect[] => {
    const frames: DOMRect[] = [];
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      const frame = box.getBoundingClientRect();
      // An element that scrolls can show everything, and one without a height is not in the way.
      if (/auto|scroll/.test(overflowX + overflowY) || frame.height < 3) break;
      const isButton = box.matches('button, a') && display !== 'inline';
      if (isButton || overflowX !== 'visible') frames.push(frame.toJSON());
    }
    return frames;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const shown: ShownText[] = [];
  while (texts.nextNode() !== null) {
    const { parentElement: parent, textContent } = texts.currentNode;
    if (parent?.checkVisibility() !== true || parent.closest('.sr-only, option') !== null) continue;
    range.selectNodeContents(texts.currentNode);
    const place: DOMRect = range.getBoundingClientRect().toJSON();
    const hint = parent.closest('[title]')?.getAttribute('title') ?? '';
    const text = textContent?.trim() ?? '';
    shown.push({ text, hint, place, frames: place.width === 0 ? [] : framesAround(parent) });
  }
  return shown;
}

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  inFront,
  isInFront,
  partInFront,
  statedInFront,
} from '../../../../../lib/platforms/shared/page/in-front';

const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

afterEach(() => vi.restoreAllMocks());

describe('without a layout, what the page says', () => {
  it.each([
    ['nothing', '<textarea></textarea>', true],
    ['display', '<div style="display: none"><textarea></textarea></div>', false],
    ['visibility', '<textarea style="visibility: hidden"></textarea>', false],
    ['opacity', '<div style="opacity: 0"><textarea></textarea></div>', false],
    ['hidden', '<div hidden><textarea></textarea></div>', false],
    ['inert', '<div inert><textarea></textarea></div>', false],
    ['aria-hidden', '<div aria-hidden="true"><textarea></textarea></div>', false],
    ['aria-hidden false', '<div aria-hidden="false"><textarea></textarea></div>', true],
  ])('%s', (_name, html, expected) => {
    document.body.innerHTML = html;
    expect(isInFront(find('textarea'))).toBe(expected);
  });
});

describe('with a layout', () => {
  const boxes = new Map<Element, [number, number, number, number]>();
  let top: Element | null;

  beforeEach(() => {
    boxes.clear();
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1_000);
    vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(800);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      return new DOMRect(...(boxes.get(this) ?? [0, 0, 0, 0]));
    });
    for (const [side, index, ofPage] of [
      ['clientWidth', 2, 1_000],
      ['clientHeight', 3, 800],
    ] as const) {
      vi.spyOn(HTMLElement.prototype, side, 'get').mockImplementation(function (this: Element) {
        return boxes.get(this)?.[index] ?? ofPage;
      });
    }
    vi.spyOn(document, 'elementFromPoint').mockImplementation(() => top);
    document.body.innerHTML =
      '<div id="frame"><textarea></textarea><span>hint</span></div><p>over it</p>';
    boxes.set(find('#frame'), [10, 10, 200, 60]);
    boxes.set(find('textarea'), [10, 10, 200, 40]);
    top = find('textarea');
  });

  it('is what a point of it meets', () => {
    expect(isInFront(find('textarea'))).toBe(true);
    top = find('p');
    expect(isInFront(find('textarea'))).toBe(false);
    top = null;
    expect(isInFront(find('textarea'))).toBe(false);
  });

  it.each([
    ['left of the window', [-9_999, 10, 200, 40]],
    ['below it', [10, 900, 200, 40]],
    ['without size', [10, 10, 0, 0]],
  ] as const)('is not %s', (_name, box) => {
    boxes.set(find('textarea'), [...box]);
    expect(isInFront(find('textarea'))).toBe(false);
  });

  it('may have its hint laid over it, but no other field', () => {
    top = find('span');
    expect(isInFront(find('textarea'))).toBe(true);
    find('#frame').insertAdjacentHTML('beforeend', '<textarea id="other"></textarea>');
    expect(isInFront(find('textarea'))).toBe(false);
    top = find('#other');
    expect(isInFront(find('textarea'))).toBe(false);
  });

  it('behind what holds it is behind, unless it lets clicks through', () => {
    top = find('#frame');
    expect(isInFront(find('textarea'))).toBe(false);
    find('textarea').style.pointerEvents = 'none';
    expect(isInFront(find('textarea'))).toBe(true);
  });

  const isInArea = () => statedInFront([find('textarea')], (each) => each).length === 1;

  it('may have to be scrolled to within what is in front, and nowhere else', () => {
    const frame = find('#frame');
    frame.style.overflowY = 'auto';
    boxes.set(frame, [0, 0, 300, 300]);
    boxes.set(find('textarea'), [10, 400, 200, 40]);
    vi.spyOn(frame, 'scrollHeight', 'get').mockReturnValue(600);
    vi.spyOn(frame, 'scrollWidth', 'get').mockReturnValue(300);
    top = frame;
    expect(isInArea()).toBe(true);
    expect(isInFront(find('textarea'))).toBe(false);
    boxes.set(find('textarea'), [-9_999, 400, 200, 40]);
    expect(isInArea()).toBe(false);
    boxes.set(find('textarea'), [10, 100, 200, 40]);
    expect(isInArea()).toBe(false);
  });
});

describe('in a window without room', () => {
  const boxes: Record<string, [number, number, number, number]> = {
    main: [0, 0, 390, 480],
    section: [390, 0, 0, 480],
    textarea: [390, 400, 0, 40],
  };

  beforeEach(() => {
    vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(390);
    vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(480);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (
      this: Element,
    ) {
      const moved = this.getAttribute('data-box')?.split(' ').map(Number);
      const [x = 0, y = 0, width = 0, height = 0] =
        moved ?? boxes[this.tagName.toLowerCase()] ?? [];
      return new DOMRect(x, y, width, height);
    });
    vi.spyOn(document, 'elementFromPoint').mockImplementation(() => find('main'));
  });

  it.each([
    ['squeezed to nothing', '<section><textarea></textarea></section>', true],
    ['pushed out', '<section><textarea data-box="500 400 200 40"></textarea></section>', true],
    ['moved out', '<section><textarea data-box="-9999 400 200 40"></textarea></section>', false],
    [
      'in a box without height',
      '<section data-box="0 0 0 0"><textarea></textarea></section>',
      false,
    ],
  ])('%s: %s', (_name, html, expected) => {
    document.body.innerHTML = `<main>${html}</main>`;
    expect(isInFront(find('textarea'))).toBe(false);
    expect(inFront([find('textarea')]).length === 1).toBe(expected);
  });

  it('what is squeezed out does not count beside what is seen', () => {
    document.body.innerHTML =
      '<main><section><textarea></textarea></section><textarea id="seen" data-box="10 400 200 40"></textarea></main>';
    vi.mocked(document.elementFromPoint).mockImplementation(() => find('#seen'));
    expect(inFront(document.querySelectorAll('textarea'))).toEqual([find('#seen')]);
  });
});

describe('of several', () => {
  const two =
    '<section><h2>Ana</h2><textarea id="a"></textarea></section><section><h2>Omar</h2><textarea id="b"></textarea></section>';

  it('the nearest to the composer that is meant is its pane’s', () => {
    document.body.innerHTML = two;
    const heads = () => document.querySelectorAll('h2');
    expect(partInFront(heads(), find('#b'))?.textContent).toBe('Omar');
    expect(partInFront(heads(), undefined)).toBeUndefined();
    find('section').hidden = true;
    expect(partInFront(heads(), undefined)?.textContent).toBe('Omar');
  });

  it('what stands inside another is part of it', () => {
    document.body.innerHTML = '<div class="t"><b class="t">Ana</b></div>';
    expect(inFront(document.querySelectorAll('.t'))).toEqual([find('div')]);
  });
});

import { obfuscated } from '../class-names';

type Attributes = Record<string, string | boolean | undefined>;
type Child = Node | string | undefined;

let hidesNames = false;

/** From now on every class name is a meaningless one. */
export function hideClassNames(): void {
  hidesNames = true;
}

/** The class names as they appear in the page. */
export function classes(names: string): string {
  const list = names.split(' ').filter((name) => name !== '');
  return list.map((name) => (hidesNames ? obfuscated(name) : name)).join(' ');
}

/** Makes an element. A text child is set as text, whatever it contains. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  names: string,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (names !== '') element.className = classes(names);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== undefined && value !== false) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A round picture with the first letter of the name, in a colour that stays the same for it. */
export function userpic(name: string, className: string): HTMLElement {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  const hue = [...name].reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 360, 5);
  return h(
    'div',
    `userpic ${className}`,
    { style: `--hue:${hue}`, 'aria-hidden': 'true' },
    (letters[0] ?? '·').toUpperCase(),
  );
}

/** An icon from the outline of one SVG path on a 24 by 24 grid. */
export function icon(outline: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', classes('icon'));
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', outline);
  svg.append(path);
  return svg;
}

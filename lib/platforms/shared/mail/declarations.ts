/** The values of properties that decide whether something is shown, by their names. */
export type Declarations = ReadonlyMap<string, string>;

/** What a rule or a `style` says. */
export interface Style {
  plain: Map<string, string>;
  /** They win over all that are not `!important`. */
  important: Map<string, string>;
}

/** A hostile sheet may have any number of other properties. */
const deciding: ReadonlySet<string> = new Set(
  'color background background-color background-image display opacity clip text-indent left top margin-left margin-top clip-path transform overflow max-height height max-width width visibility white-space font-size font float'.split(
    ' ',
  ),
);

/** Reads declarations; those that decide nothing are left out. Of two for the same property the later one counts. */
export function readStyle(style: string): Style {
  const found: Style = { plain: new Map(), important: new Map() };
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon === -1) continue;
    const property = declaration.slice(0, colon).trim();
    if (!deciding.has(property)) continue;
    const [value = '', bang] = declaration.slice(colon + 1).split('!');
    const into = bang === undefined ? found.plain : found.important;
    if (property !== 'font') into.set(property, value.trim());
    else if (sizeIn(value) !== undefined) into.set('font-size', sizeIn(value) ?? '');
    // What says several things at once takes the place of what said one of them before.
    if (property === 'background') into.set('background-color', value.trim());
  }
  return found;
}

function sizeIn(font: string): string | undefined {
  return /(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0(?=[\s/]))/.exec(font)?.[1];
}

/** Of a style that may not hold: what shows something, and that the colours are not known. */
export function showingOnly({ plain, important }: Style): Style {
  return { plain: showing(plain), important: showing(important) };
}

function showing(style: Declarations): Map<string, string> {
  return new Map(
    [...style].flatMap(([property, value]): [string, string][] => {
      if (/color|^back/.test(property)) return [[property, '']];
      const isShown =
        property === 'display' ? value !== 'none' : !/^(?:hid|col|[01](?!\d)|\.)/.test(value);
      return shows.test(property) && isShown ? [[property, value]] : [];
    }),
  );
}

const shows = /^(?:display|visibility|opacity|overflow|font-size|(?:max-)?(?:height|width))$/;

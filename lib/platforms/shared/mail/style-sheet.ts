import { type Declarations, readStyle, type Style, showingOnly } from './declarations';
import type { MailElement } from './mail-element';
import { isMeant, readSelector, type Selector } from './selectors';

interface Rule {
  selector: Selector;
  style: Style;
  /** Of two of the same weight the later one wins. */
  order: number;
}

const mostRules = 2_000;
/** Looks at an element; a common newsletter needs some ten thousand. */
const mostSteps = 2_000_000;
/** To put a rule's declarations among the others takes longer than to look at an element. */
const stepsToApply = 20;

/**
 * The rules of a mail's style sheets. What is for some screens only (`@media (max-width:…)`) is left alone,
 * and so is a selector that is not understood. Hostile sheets are read in part.
 */
export class StyleSheet {
  readonly #rules = new Map<string, Rule[]>();
  readonly #steps = { left: mostSteps };
  #count = 0;

  /** Reads the content of a style element, which may be for some `media` only. */
  learn(css: string, media = ''): void {
    if (!isForScreens(media)) return;
    for (const [selectors, body] of rulesIn(css)) this.#add(selectors, body);
  }

  #add(selectors: string, body: string): void {
    const style = readStyle(body);
    if (style.plain.size + style.important.size === 0) return;
    for (const written of selectors.split(',')) {
      const selector = this.#count < mostRules ? readSelector(written) : undefined;
      if (selector === undefined) continue;
      this.#count += 1;
      const rule = {
        selector,
        style: selector.isWide ? showingOnly(style) : style,
        order: this.#count,
      };
      const others = this.#rules.get(selector.key);
      if (others === undefined) this.#rules.set(selector.key, [rule]);
      else others.push(rule);
    }
  }

  /** What holds for an element, by these rules and by its own `style`. */
  styleOf(element: MailElement): Declarations {
    const own = readStyle(element.attributes.get('style') ?? '');
    const rules = this.#count === 0 || this.#steps.left < 0 ? [] : this.#rulesFor(element);
    return new Map([
      ...rules.flatMap(({ style }) => [...style.plain]),
      ...own.plain,
      ...rules.flatMap(({ style }) => [...style.important]),
      ...own.important,
    ]);
  }

  #isMeant(element: MailElement, { parts }: Selector): boolean {
    const isMeantHere = isMeant(element, parts, this.#steps);
    if (isMeantHere) this.#steps.left -= stepsToApply;
    return isMeantHere;
  }

  #rulesFor(element: MailElement): Rule[] {
    const { name, classes, attributes } = element;
    return [name, '*', `#${attributes.get('id') ?? ''}`, ...classes.map((each) => `.${each}`)]
      .flatMap((key) => this.#rules.get(key) ?? [])
      .filter(({ selector }) => this.#isMeant(element, selector))
      .sort((a, b) => a.selector.weight - b.selector.weight || a.order - b.order);
  }
}

/** The rules for every screen: selectors, declarations. */
function* rulesIn(css: string): Generator<[selectors: string, body: string]> {
  let depth = 0;
  /** So many of the open blocks are for every screen, and hold rules. */
  let groups = 0;
  let prelude = '';
  for (const [piece] of withoutComments(css).matchAll(/[{}]|[^{}]+/g)) {
    if (piece === '{') {
      if (depth === groups && isGroup(prelude)) groups += 1;
      depth += 1;
    } else if (piece === '}') {
      depth = Math.max(0, depth - 1);
      groups = Math.min(groups, depth);
    } else if (depth === groups) prelude = piece.split(';').at(-1) ?? '';
    else if (depth === groups + 1 && !prelude.includes('@')) yield [prelude, piece];
  }
}

/** Whether these media include every screen on which somebody reads mail. */
function isForScreens(media: string): boolean {
  return media
    .split(',')
    .some((each) =>
      /^(?:(?:only )?(?:all|screen)|not (?!all|screen)[a-z]+)?(?:(?:^| and )\(min-width: ?\d\d?(?:px)?\))?$/i.test(
        each.trim().replace(/\s+/g, ' '),
      ),
    );
}

function isGroup(prelude: string): boolean {
  const media = /^@media(?![\w-])(.*)$/is.exec(prelude.trim())?.[1];
  return media !== undefined && isForScreens(media);
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.replace(/<!--|-->/g, '').split('/*');
  return others.reduce((kept, each) => {
    const end = each.indexOf('*/');
    return end === -1 ? kept : kept + each.slice(end + 2);
  }, first);
}

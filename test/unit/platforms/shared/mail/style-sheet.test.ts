import { describe, expect, it } from 'vitest';
import { elementIn } from '../../../../../lib/platforms/shared/mail/mail-element';
import { StyleSheet } from '../../../../../lib/platforms/shared/mail/style-sheet';

const outer = elementIn(undefined, 'div', new Map([['class', 'a']]));

/** The `display` of `<p class="p q" style="…">` in `<div class="a">`. */
function displayBy(css: string, style = '', media?: string): string | undefined {
  const sheet = new StyleSheet();
  sheet.learn(css, media);
  const attributes = new Map([
    ['class', 'p q'],
    ['style', style],
  ]);
  return sheet.styleOf(elementIn(outer, 'p', attributes)).get('display');
}

describe('StyleSheet', () => {
  it.each([
    ['.p{display:none}.p{display:block}', 'block'],
    ['.p{display:block}.p{display:none}', 'none'],
    ['.a .p{display:block}.p{display:none}', 'block'],
    ['.p.q{display:block} p{display:none}', 'block'],
    ['.p{display:none!important}.a .p{display:block}', 'none'],
    ['.p{display:none!important}.a .p{display:block ! important}', 'block'],
    ['.p{display:none!important;display:block}', 'none'],
    ['.p, .x:hover{display:none}', 'none'],
    ['.p:hover{display:none}', undefined],
    ['p:first-child{display:none}', undefined],
    ['.p{display:none} p:first-child{display:block}', 'block'],
    ['.p{display:none} .x + .q{display:block}', 'block'],
  ])('%j makes it %j', (css, display) => {
    expect(displayBy(css)).toBe(display);
  });

  it("puts an element's own style above all but what is important", () => {
    expect(displayBy('.a .p{display:none}', 'display:block')).toBe('block');
    expect(displayBy('p{display:none!important}', 'display:block')).toBe('none');
    expect(displayBy('p{display:none!important}', 'display:block!important')).toBe('block');
  });

  it.each([
    '@media all{.p{display:none}}',
    '@media screen { .x{} .a .p{display:none} }',
    '@media only screen{.p{display:none}}',
    '@media print, screen{.p{display:none}}',
    '@media not print{.p{display:none}}',
    '@media screen and (min-width: 1px){.p{display:none}}',
    '@media all{@media screen{.x{color:red}}.p{display:none}}',
    '@media (max-width:480px){.p{color:red}}.p{display:none}',
    '@charset "utf-8";@import url(x.css);.p{display:none}',
    '@font-face{font-family:x}}.p{display:none}',
    '@media all{@font-face{font-family:x}.p{display:none}}',
  ])('reads %j', (css) => {
    expect(displayBy(css)).toBe('none');
  });

  it.each([
    '@media print{.p{display:none}}',
    '@media (max-width:480px){.p{display:none}}',
    '@media screen and (max-width:480px){.p{display:none!important}}',
    '@media screen and (min-width:481px){.p{display:none}}',
    '@media (prefers-color-scheme:dark){@media all{.p{display:none}}}',
    '@media screen{@media print{.p{display:none}}}',
    '@media-x all{.p{display:none}}',
    '@supports (display:grid){.p{display:none}}',
    '@keyframes p{from{display:none}}',
  ])('leaves %j alone', (css) => {
    expect(displayBy(css)).toBeUndefined();
  });

  it('reads what the style element says about media', () => {
    expect(displayBy('.p{display:none}', '', 'Screen')).toBe('none');
    expect(displayBy('.p{display:none}', '', 'screen and (max-width:480px)')).toBeUndefined();
  });

  it.each([
    ['many rules', `${'.a .b .c .d p{width:1px}'.repeat(5_000)}`],
    ['rules for all', '[class*=x]{width:1px}'.repeat(5_000)],
    ['rules that hold', 'p{display:none;width:1px}'.repeat(5_000)],
    ['open blocks', '@media all{'.repeat(50_000)],
    ['selectors', `${',p'.repeat(100_000)}{display:none}`],
    ['classes', `${'.a'.repeat(100_000)}{display:none}`],
    ['blanks', `[${' '.repeat(200_000)}{display:none}`],
  ])('is not held up by %s', (_, css) => {
    const sheet = new StyleSheet();
    sheet.learn(css);
    const nested = Array.from({ length: 300 }).reduce<typeof outer>(
      (parent) => elementIn(parent, 'p', new Map([['class', 'd']])),
      outer,
    );
    // Without a bound it would take minutes.
    for (let count = 0; count < 20_000; count += 1) sheet.styleOf(nested);
    expect(sheet.styleOf(elementIn(undefined, 'p', new Map([['style', 'width:2px']])))).toEqual(
      new Map([['width', '2px']]),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { elementIn, type MailElement } from '../../../../../lib/platforms/shared/mail/mail-element';
import { isMeant, readSelector } from '../../../../../lib/platforms/shared/mail/selectors';

/** Elements within one another, such as `table.outer#top`; the last one is asked about. */
function within(...path: string[]): MailElement {
  return path.reduce<MailElement | undefined>((parent, written) => {
    const [, name = '', id, classes] = /^(\w+)(?:#(\w+))?((?:\.[^.]+)*)$/.exec(written) ?? [];
    const attributes = new Map<string, string>();
    if (id !== undefined) attributes.set('id', id);
    if (classes !== '') attributes.set('class', classes?.slice(1).replaceAll('.', ' ') ?? '');
    return elementIn(parent, name, attributes);
  }, undefined) as MailElement;
}

function means(selector: string, ...path: string[]): boolean {
  const read = readSelector(selector);
  return read !== undefined && isMeant(within(...path), read.parts, { left: 100 });
}

describe('readSelector and isMeant', () => {
  it.each([
    ['.p', ['p.p']],
    ['TD.p', ['td.p']],
    ['*', ['b']],
    ['.p.q', ['p.q.x.p']],
    ['.a .p', ['div.a', 'div', 'p.p']],
    ['.a > .p', ['div.a', 'p.p']],
    ['.a\n .b>.c   .d', ['i.a', 'i.b', 'i.b', 'i', 'i.b', 'i.c', 'i.c', 'i.d']],
    ['#t td span', ['table#t', 'tr', 'td', 'b', 'span']],
    ['table > tbody > tr > td', ['table', 'tr', 'td']],
    ['div#x.p', ['div#x.p']],
    ['.sm\\:hidden', ['p.sm:hidden']],
    ['.größe', ['p.größe']],
    ['[class]', ['p.a']],
    ['[class="a b"]', ['p.a.b']],
    ['p[class~=b]', ['p.a.b']],
    ["[ class *= 'reh' ]", ['p.preheader']],
    ['[class^="pre"][class$=er]', ['p.preheader']],
    ['[class|=en]', ['p.en-GB']],
    ['[class=A i]', ['p.a']],
    ['.a [id=x]', ['p.a', 'p#x']],
  ])('%j means the last of %j', (selector, path) => {
    expect(means(selector, ...path)).toBe(true);
  });

  it.each([
    ['.p', ['p.pp']],
    ['.p.q', ['p.p']],
    ['.a > .p', ['div.a', 'div', 'p.p']],
    ['.a .p', ['p.p.a']],
    ['.p .a', ['div.a', 'p.p']],
    ['[class~=a]', ['p.ab']],
    ['[class*=""]', ['p.ab']],
    ['[class=A]', ['p.a']],
    ['[title]', ['p.a']],
  ])('%j does not mean the last of %j', (selector, path) => {
    expect(means(selector, ...path)).toBe(false);
  });

  it.each([
    '',
    '>p',
    'p >',
    'p{',
    'p & q',
    '[class=',
    '.',
    '..p',
    'p:hover',
    '.a::before',
    'p:not(',
  ])('does not understand %j, or takes it for nothing', (selector) => {
    expect(readSelector(selector)).toBeUndefined();
  });

  it.each([
    ['p:first-child', true],
    ['u + .p', true],
    ['p:not(.x) .p', true],
    ['.a .p', false],
  ])('knows whether %j may mean less than is understood', (selector, isWide) => {
    expect(readSelector(selector)?.isWide).toBe(isWide);
  });

  it('knows which one is more specific, and by what each is found', () => {
    const weights = ['p', 'div p', '.p', 'p.p', '.a .p', '#p'].map((s) => readSelector(s)?.weight);
    expect(weights).toEqual([...weights].sort((a, b) => (a ?? 0) - (b ?? 0)));
    const keys = ['div P', 'p.q', '.q#i', '#i .q', '[id=i]', '.a > *'];
    expect(keys.map((s) => readSelector(s)?.key)).toEqual(['p', '.q', '#i', '.q', '*', '*']);
  });

  it('stops when its steps are used up', () => {
    const deep = within('p.a', ...Array.from({ length: 200 }, () => 'p'));
    const parts = readSelector('.a p p')?.parts ?? [];
    expect(isMeant(deep, parts, { left: 1_000 })).toBe(true);
    expect(isMeant(deep, parts, { left: 50 })).toBe(false);
    expect(readSelector('.a '.repeat(50))).toBeUndefined();
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { read } from './chatra-page';

describe('hints', () => {
  const panel = (inner: string) => `<aside class="chat-aside">${inner}</aside>`;
  const none = { emails: [], phones: [] };
  const both = { emails: ['nora@x.test'], phones: ['+46 70 123'] };
  it.each([
    [
      'links',
      '<a href="mailto:nora@x.test?subject=x">w</a><a href="tel:+46%2070%20123">c</a>',
      both,
    ],
    [
      'fields',
      '<input type="email" value=" nora@x.test "><input type="tel" value="+46 70 123">',
      both,
    ],
    [
      'plain fields',
      '<input value="nora@x.test"><input value="+46 70 123"><input value="10423344">',
      both,
    ],
    [
      'text',
      '<span class="icon-link__text"> nora@x.test </span><p>+46 70 123</p><p>10423344</p>',
      both,
    ],
    [
      'a field before links',
      '<input name="clientEmail" value="nora@x.test"><a href="mailto:boss@x.test">b</a>',
      { ...none, emails: ['nora@x.test'] },
    ],
    ['two by text', '<p>nora@x.test</p><p>boss@x.test</p>', none],
    [
      'the same twice',
      '<p>nora@x.test</p><p>nora@x.test</p>',
      { ...none, emails: ['nora@x.test'] },
    ],
    [
      'notes and visited pages',
      '<textarea>a@x.test</textarea><div class="path__item"><a href="mailto:b@x.test">b@x.test</a></div>',
      none,
    ],
    ['text around it', '<p>write to nora@x.test</p>', none],
  ])('from %s', (_name, html, expected) => {
    expect(read(panel(html)).hints).toEqual({ name: undefined, ...expected });
  });

  it('never come from messages', () => {
    const html = '<div class="chat-message"><a href="mailto:a@x.test">a@x.test</a></div>';
    expect(read(html).hints.emails).toEqual([]);
  });

  it.each([
    ['<span class="navbar__title-text"> Nora\n Lindqvist </span>', 'Nora Lindqvist'],
    ['<div class="conversation__title">Nora</div>', 'Nora'],
    ['<span class="navbar__title-text">nora@x.test</span>', undefined],
  ])('take the name from %s', (html, name) => {
    expect(read(html).hints.name).toBe(name);
  });
});

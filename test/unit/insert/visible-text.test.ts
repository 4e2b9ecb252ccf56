// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { holdsInserted, readDraft } from '../../../lib/insert/composer-content';
import { visibleText } from '../../../lib/insert/visible-text';

function editor(html: string): HTMLElement {
  document.body.innerHTML = `<div contenteditable="true">${html}</div>`;
  const element = document.querySelector<HTMLElement>('div');
  if (element === null) throw new Error('no editor');
  return element;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the text a person sees', () => {
  test.each([
    ['', ''],
    ['<p><br></p>', ''],
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
    ['<p>a<br>b</p>', 'a\nb'],
    ['<p>a<br><br class="ProseMirror-trailingBreak"></p>', 'a\n'],
    ['one<div>two</div>three', 'one\ntwo\nthree'],
    ['a<br><br>b<br>', 'a\n\nb'],
    ['<ul><li><p>x</p></li><li><p>y</p></li></ul>', 'x\ny'],
    ['<div><div><span><span>d1</span></span></div></div><div><div><br></div></div>', 'd1\n'],
    ['a\u00a0\u200b\ufeffb', 'a b'],
    ['<p><span data-slate-placeholder="true">Type…</span>x</p>', 'x'],
  ])('%s', (html, text) => {
    expect(visibleText(editor(html))).toBe(text);
  });
});

describe('the draft around the caret', () => {
  function caretAfter(html: string, text: string, length: number) {
    const element = editor(html);
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node !== null && node.nodeValue !== text) node = walker.nextNode();
    if (node !== null) document.getSelection()?.collapse(node, length);
    return element;
  }

  test('is split at the caret, across blocks', () => {
    const element = caretAfter('<p>one</p><p>two three</p><p>four</p>', 'two three', 4);
    expect(readDraft(element)).toEqual({ head: 'one\ntwo ', tail: 'three\nfour' });
  });

  test('an empty paragraph before the caret counts', () => {
    const element = caretAfter('<p><br></p><p>two</p>', 'two', 0);
    expect(readDraft(element)).toEqual({ head: '\n', tail: 'two' });
  });

  test('a text field knows it by itself', () => {
    const field = document.createElement('textarea');
    field.value = 'one two';
    field.setSelectionRange(4, 7);
    expect(readDraft(field)).toEqual({ head: 'one ', tail: '' });
  });
});

test('a text that is there twice, cut or merely similar is not there', () => {
  const draft = { head: 'a ', tail: ' z' };
  expect(holdsInserted(editor('<p>a new</p><p>lines z</p>'), draft, 'new\nlines')).toBe(true);
  for (const wrong of [
    '<p>a new z</p>',
    '<p>a newnew z</p>',
    '<p>a nev z</p>',
    '<p>new a  z</p>',
  ]) {
    expect(holdsInserted(editor(wrong), draft, 'new\nlines')).toBe(false);
  }
});

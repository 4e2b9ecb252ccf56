// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { pageEntry, pageWords } from '../../../../../components/panel/people/page-markup';

function shown(markdown: string): Element {
  const page = pageEntry(['head'], [{ text: markdown, format: 'markdown' }]);
  return new DOMParser().parseFromString(page, 'text/html').body;
}

it('shows quotes, code, lists and steps as such', () => {
  const text =
    '> said\n> so\n\n```\na  = 1\n```\n\n- one\n- two\n\n24. x\n25. y\n\nUse `npm i`, ~~not~~ *it*';
  const page = shown(text);
  expect(page.querySelector('blockquote')?.textContent).toBe('said\nso');
  expect(page.querySelector('pre > code')?.textContent).toBe('a  = 1');
  expect(page.textContent).toContain('• one\n• two');
  expect(page.textContent).toContain('24. x\n25. y');
  expect([...page.querySelectorAll('code')].at(-1)?.textContent).toBe('npm i');
  expect(page.querySelector('s')?.textContent).toBe('not');
  expect(page.querySelector('i')?.textContent).toBe('it');
});

it('writes the address of a link out once, where its words are another', () => {
  const page = shown('[the **whole** list](https://a.example/1) and https://b.example/2');
  expect(page.textContent).toContain(
    'the whole list (https://a.example/1) and https://b.example/2',
  );
  expect(page.querySelector('a')).toBeNull();
});

it('gives a text its name, and leaves empty ones out', () => {
  const page = pageEntry(
    ['one', undefined, 'two'],
    [{ text: '<b>', label: 'Quoted text' }, { text: ' ', label: 'Attachments' }, undefined],
  );
  expect(page).toContain('<bdi>one</bdi> · <bdi>two</bdi>');
  expect(page).toContain('<figcaption>Quoted text</figcaption>');
  expect(page).toContain('&#60;b&#62;');
  expect(page).not.toContain('Attachments');
});

it('makes signs visible that turn the order of letters', () => {
  expect(pageWords('a\u202egpj.exe')).toBe('<bdi>a[RLO]gpj.exe</bdi>');
});

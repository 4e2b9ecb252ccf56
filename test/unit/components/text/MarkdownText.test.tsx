// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { ComposedTextView } from '../../../../components/text/ComposedTextView';
import { MarkdownText } from '../../../../components/text/MarkdownText';
import { composeMarkdown } from '../../../../lib/replies/markdown';
import { markdownWords } from '../../../../lib/replies/markdown-words';
import { anyMarkdown, digits } from '../../replies/any-markdown';

afterEach(cleanup);

it('shows markup and script as the text they are', () => {
  const { container } = render(
    <MarkdownText markdown={'<img src=x onerror=alert(1)> <script>alert(2)</script>'} />,
  );
  expect(container.textContent).toContain('<script>alert(2)</script>');
  expect(container.querySelector('img, script')).toBeNull();
});

it('offers only safe links, and none that tells where it was opened', () => {
  const spans = ['https://a.example/x', 'mailto:a@b.example', 'tel:+4930', 'javascript:alert(1)'];
  render(
    <ComposedTextView
      composed={{
        blocks: [
          {
            kind: 'paragraph',
            spans: spans.map((link) => ({ text: `to ${link.slice(0, 4)}`, link })),
          },
        ],
      }}
    />,
  );
  const links = screen.getAllByRole<HTMLAnchorElement>('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual(spans.slice(0, 3));
  expect(links.every((link) => link.rel === 'noopener noreferrer')).toBe(true);
});

it('shows marks, lists, quotes and code, and marks what was searched for', () => {
  const { container } = render(
    <ComposedTextView
      ranges={[{ start: 0, end: 6 }]}
      composed={{
        blocks: [
          { kind: 'paragraph', spans: [{ text: 'Refund', marks: ['bold', 'italic'] }] },
          { kind: 'list', ordered: false, items: [[{ text: 'one' }], [{ text: 'two' }]] },
          { kind: 'quote', spans: [{ text: 'said' }] },
          { kind: 'code', text: 'x = 1' },
        ],
      }}
    />,
  );
  expect(container.querySelector('strong em mark')?.textContent).toBe('Refund');
  expect([...container.querySelectorAll('ul > li')].map((item) => item.textContent)).toEqual([
    '• one',
    '• two',
  ]);
  expect(container.querySelector('pre')?.textContent).toBe('x = 1');
});

it('shows the numbers of a list as they are written, as text that can be copied', () => {
  const markdown = '24. one\n25. two\n\nthen\n\n3) three\n4) four\n\n1986. A year';
  const { container } = render(<MarkdownText markdown={markdown} />);
  const lines = [...container.querySelectorAll('ol > li, p')].map((each) => each.textContent);
  expect(lines).toEqual(['24. one', '25. two', 'then', '3) three', '4) four', '1986. A year']);
});

it('says once where a link leads whose words are another address, in whatever styles', () => {
  const bad = 'https://evil.example/1';
  for (const words of ['*good*.example', 'good.*example* now', 'good`.`example']) {
    const { container } = render(<MarkdownText markdown={`[${words}](${bad}) [here](${bad})`} />);
    const asides = [...container.querySelectorAll('bdi')].map((each) => each.textContent);
    expect(asides).toEqual([` (${bad})`]);
    cleanup();
  }
});

/** What is on the page, but for the addresses that are said beside links. */
function ownWords(container: HTMLElement): string {
  for (const aside of container.querySelectorAll('bdi')) aside.remove();
  return (container.textContent ?? '').replace(/\s/g, '');
}

it('shows each word and number of any text, in order, and where each of its links leads', () => {
  fc.assert(
    fc.property(anyMarkdown, fc.boolean(), (markdown, isPreview) => {
      const { text, blocks } = markdownWords(markdown);
      const { container } = render(
        isPreview ? (
          <ComposedTextView isPreview composed={composeMarkdown(markdown)} />
        ) : (
          <MarkdownText markdown={markdown} />
        ),
      );
      const links = blocks
        .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs))
        .flatMap(({ link }) => link ?? []);
      const titles = [...container.querySelectorAll('[title]')];
      expect(titles.map((each) => each.getAttribute('title'))).toEqual(links);
      expect(ownWords(container)).toBe(text.replace(/\s/g, ''));
      cleanup();
    }),
    { numRuns: 300 },
  );
});

it('shows in a preview where its links lead, once, after all of their words', () => {
  const markdown =
    '[in*voi*ce 7](https://x.example/2024/17) ![plan](https://x.example/3.png) <https://x.example/8> a9@x.example 1.';
  const { container } = render(<ComposedTextView isPreview composed={composeMarkdown(markdown)} />);
  expect(digits(container.textContent ?? '')).toEqual(digits(markdown));
  const asides = [...container.querySelectorAll('bdi')].map((each) => each.textContent);
  expect(asides).toEqual([' (https://x.example/2024/17)', ' (https://x.example/3.png)']);
});

it('keeps the numbers of steps, dates and prices, however much is shown of them', () => {
  const markdown = '24. Dezember bis 1. Januar\n\n2. x\n3. y\n\n> 7\n\n`8` **9** 1.000,50 €';
  const { container } = render(<MarkdownText markdown={markdown} />);
  const lines = [...container.querySelectorAll('p, li, blockquote')];
  expect(lines.flatMap((line) => digits(line.textContent ?? ''))).toEqual(digits(markdown));
});

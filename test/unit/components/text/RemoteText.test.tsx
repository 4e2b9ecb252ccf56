// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageBubble } from '../../../../components/panel/history/MessageBubble';
import { MarkdownText } from '../../../../components/text/MarkdownText';
import { MarksContext } from '../../../../components/text/marks';
import { RemoteText } from '../../../../components/text/RemoteText';
import { useUnfolded } from '../../../../components/text/TextExcerpt';
import type { Message } from '../../../../lib/model/history';
import { plainWords } from '../../../../lib/replies/markdown-words';
import { matchRanges, searchTerms } from '../../../../lib/text/search-terms';
import { message } from '../../timeline/samples';

afterEach(() => {
  cleanup();
  useUnfolded.getState().forgetFolded();
});

interface Shown {
  query?: string;
  isCurrent?: boolean;
}

function shown(
  text: string,
  format: Message['format'],
  { query = '', isCurrent = false }: Shown = {},
) {
  const current = isCurrent ? text : undefined;
  return render(
    <MarksContext value={{ terms: searchTerms(query), current, unseen: new Set() }}>
      <RemoteText rowKey={text} text={text} format={format} />
    </MarksContext>,
  ).container;
}

/** The parser is loaded for the first text that needs it. */
async function styled(text: string, given: Shown = {}) {
  const container = shown(text, 'markdown', given);
  await waitFor(() => expect(container.querySelector('p.remote-text.mt-0\\.5')).toBeNull());
  return container;
}

describe('a text in Markdown', () => {
  it('is shown as its writer saw it', async () => {
    const container = await styled(
      'Please **do not** *ever* ~~send~~ `rm`\n\n> said\n\n- one\n- two\n\n24. Dezember\n25. Januar\n\n[here](https://a.example/x)',
    );
    const words = (selector: string) =>
      [...container.querySelectorAll(selector)].map((element) => element.textContent);
    expect(words('strong, em, s, code')).toEqual(['do not', 'ever', 'send', 'rm']);
    expect(words('blockquote')).toEqual(['said']);
    expect(words('ul > li')).toEqual(['• one', '• two']);
    expect(words('ol > li')).toEqual(['24. Dezember', '25. Januar']);
    expect(words('a')).toEqual(['here']);
    expect(container.textContent).not.toContain('*');
  });

  it('is shown at once, and then without its marks', async () => {
    const container = shown('**first**', 'markdown');
    expect(container.textContent).toContain('first');
    await waitFor(() => expect(container.querySelector('strong')?.textContent).toBe('first'));
  });

  it('is safe: no markup, no picture from elsewhere, no heading, no link that hides where it leads', async () => {
    const container = await styled(
      '# Deskside\n\n![pic](https://evil.test/x.png) <b>x</b> <img src=y> [a](javascript:alert(1)) [https://bank.example](https://evil.test/y)\n\nSetext\n===',
    );
    expect(container.querySelector('img, b, script, iframe, h1, h2, h3, h4, [style]')).toBeNull();
    expect(container.textContent).toContain('<b>x</b> <img src=y>');
    expect(container.textContent).toContain('https://bank.example (https://evil.test/y)');
    const links = [...container.querySelectorAll('a')];
    expect(links.every((link) => link.href.startsWith('https://evil.test/'))).toBe(true);
    expect(links.every((link) => link.rel === 'noopener noreferrer')).toBe(true);
  });

  it.each([undefined, 'markdown' as const])(
    'says which letters an address really has (%s)',
    (format) => {
      const container = shown('see https://\u0430pple.com/ and https://apple.com/', format);
      expect(container.textContent).toBe(
        'see https://\u0430pple.com/ (https://xn--pple-43d.com/) and https://apple.com/',
      );
    },
  );

  it('marks what was searched for over the edges of its styles', async () => {
    const container = await styled('please **do** not [send](https://a.example/x)', {
      query: '"do not send"',
    });
    const marks = [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['do', ' not ', 'send']);
  });

  it('is cut by its words, and links nothing that goes on after the cut', async () => {
    const long = `**start** ${'word '.repeat(118)}https://a.example/${'p'.repeat(80)} ${'x '.repeat(300)}`;
    const container = await styled(long);
    expect(container.querySelector('strong')?.textContent).toBe('start');
    expect(container.textContent).toContain('…');
    expect(container.querySelector('a')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Show more/ }));
    expect(container.querySelector('a')?.textContent).toBe(`https://a.example/${'p'.repeat(80)}`);
    expect(container.textContent).not.toContain('…');
  });

  it('unfolds as far as a search went', async () => {
    const long = `**start** ${'word '.repeat(400)}needle`;
    const container = await styled(long, { query: 'needle', isCurrent: true });
    expect(container.querySelector('mark')?.textContent).toBe('needle');
  });

  it('is folded and unfolded further also where a search unfolded it', () => {
    const text = `${'word '.repeat(6000)}needle ${'word '.repeat(9000)}`;
    const length = () => container.textContent?.length ?? 0;
    const container = shown(text, undefined, { query: 'needle', isCurrent: true });
    const found = length();
    fireEvent.click(screen.getByRole('button', { name: /Show more/ }));
    expect(length()).toBeGreaterThan(found + 15_000);
    fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(length()).toBeLessThan(1_000);
  });

  it('marks whatever a search finds in its words', () => {
    const sign = fc.constantFrom(
      'a',
      'b',
      ' ',
      '*',
      '**',
      '_',
      '`',
      '\n',
      '- ',
      '> ',
      '1. ',
      '[a](https://x.example)',
    );
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 25 }),
        fc.constantFrom('a', 'b', 'a b', 'ab'),
        (signs, term) => {
          const markdown = signs.join('');
          const found = matchRanges(plainWords(markdown), [term]);
          const { container, unmount } = render(
            <MarkdownText markdown={markdown} terms={[term]} />,
          );
          const marked = [...container.querySelectorAll('mark')]
            .map((mark) => mark.textContent)
            .join('');
          const letters = (text: string) => text.replace(/\s/g, '');
          const wanted = found
            .map(({ start, end }) => plainWords(markdown).slice(start, end))
            .join('');
          expect(letters(marked)).toBe(letters(wanted));
          unmount();
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('a text that is no Markdown stays as it was typed', () => {
  expect(shown('**do not**', undefined).textContent).toBe('**do not**');
});

describe('a mail that quotes or forwards', () => {
  const bubble = (given: Partial<Message>, { query = '', isCurrent = false }: Shown = {}) =>
    render(
      <MarksContext
        value={{
          terms: searchTerms(query),
          current: isCurrent ? 'mail' : undefined,
          unseen: new Set(),
        }}
      >
        <MessageBubble rowKey="mail" message={message(given)} now={0} personName="Ana" />
      </MarksContext>,
    ).container;

  it.each([
    ['forwarded', 'Forwarded message'],
    ['quoted', 'Quoted text'],
    ['rest', 'Rest of the e-mail'],
  ] as const)('says that something is %s, and folds it out and in', (kind, name) => {
    const container = bubble({ text: 'FYI', quoted: { kind, text: 'Total 12.00' } });
    const button = screen.getByRole('button', { name });
    expect(container.textContent).not.toContain('Total');
    fireEvent.click(button);
    expect(container.textContent).toContain('Total 12.00');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(button);
    expect(container.textContent).not.toContain('Total');
  });

  it('folds out where a search found something in it', () => {
    const quoted = { kind: 'forwarded', text: 'Total 12.00' } as const;
    const container = bubble({ text: 'FYI', quoted }, { query: 'total', isCurrent: true });
    expect(container.querySelector('mark')?.textContent).toBe('Total');
  });

  it('says where the platform gave only the beginning', () => {
    expect(bubble({ text: 'Long', cut: true }).textContent).toContain('Only the beginning');
  });
});

// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageBubble } from '../../../../components/panel/history/MessageBubble';
import { MarksContext } from '../../../../components/text/marks';
import type { Message } from '../../../../lib/model/history';
import { searchTerms } from '../../../../lib/text/search-terms';
import { message } from '../../timeline/samples';

afterEach(cleanup);

interface Shown {
  query?: string;
  isCurrent?: boolean;
  isNew?: boolean;
}

function show(given: Partial<Message>, { query = '', isCurrent = false, isNew = false }: Shown) {
  const marks = {
    terms: searchTerms(query),
    current: isCurrent ? 'row' : undefined,
    unseen: new Set(isNew ? ['row'] : []),
  };
  return render(
    <MarksContext value={marks}>
      <MessageBubble rowKey="row" message={message(given)} now={0} personName="Ana Souza" />
    </MarksContext>,
  ).container;
}

function marksOf(container: HTMLElement): string[] {
  return [...container.querySelectorAll('mark')].map((mark) => mark.textContent ?? '');
}

describe('marks in a message', () => {
  it('marks in the text, the subject, the author and the names of attachments', () => {
    const given: Partial<Message> = {
      text: 'Zwei Straßen',
      subject: 'STRASSE',
      author: { role: 'agent', name: 'Strassmann' },
      attachments: [{ name: 'strasse.jpg', kind: 'image' }],
    };
    expect(marksOf(show(given, { query: 'strass' }))).toEqual([
      'Strass',
      'STRASS',
      'Straß',
      'strass',
    ]);
  });

  it('marks over the edge of a link without breaking it', () => {
    const container = show(
      { text: 'see https://a.example/lamp now' },
      { query: '"see https" lamp' },
    );
    expect(marksOf(container)).toEqual(['see ', 'https', 'lamp']);
    expect(container.querySelector('a')?.href).toBe('https://a.example/lamp');
    expect(container.textContent).toContain('see https://a.example/lamp now');
  });

  it('shows markup as text, found or not', () => {
    const text = '<img src=x onerror="alert(1)"><b>lamp</b>';
    const container = show({ text }, { query: 'img lamp' });
    expect(container.querySelector('img, b')).toBeNull();
    expect(marksOf(container)).toEqual(['img', 'lamp']);
    expect(container.textContent).toContain(text);
  });

  it('opens a long text up to the find only where the person is', () => {
    const text = `${'word '.repeat(2_000)}lamp`;
    expect(marksOf(show({ text }, { query: 'lamp' }))).toEqual([]);
    expect(marksOf(show({ text }, { query: 'lamp', isCurrent: true }))).toEqual(['lamp']);
  });

  it('says in a word that a message is new', () => {
    expect(show({}, { isNew: true }).textContent).toContain('New');
    expect(show({}, {}).textContent).not.toContain('New');
  });
});

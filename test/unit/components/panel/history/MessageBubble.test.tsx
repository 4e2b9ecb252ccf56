// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { MessageBubble } from '../../../../../components/panel/history/MessageBubble';
import type { Message } from '../../../../../lib/model/history';
import { message } from '../../../timeline/samples';

afterEach(cleanup);

const now = new Date(2026, 10, 20, 14, 5).getTime();

function show(given: Partial<Message>) {
  return render(
    <MessageBubble
      rowKey={`item:${given.id ?? '1'}`}
      message={message({ sentAt: now - 120_000, ...given })}
      now={now}
      personName="Ana Souza"
    />,
  ).container;
}

describe('MessageBubble', () => {
  it('tells who wrote, in which direction, and when', () => {
    const container = show({ text: 'Where is my parcel?' });
    expect(container.textContent).toContain('From: Ana Souza');
    const time = container.querySelector('time');
    expect(time?.textContent).toBe('2 min ago');
    expect(time?.title).toContain('2026');
  });

  it('tells a note by a word, not by colour alone', () => {
    const note = {
      kind: 'note',
      direction: 'none',
      author: { role: 'agent', name: 'Jo' },
    } as const;
    expect(show(note).textContent).toContain('Note');
  });

  it('shows markup as text', () => {
    const text = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    const container = show({
      text,
      author: { role: 'contact', name: '<b>Eve</b>' },
      subject: '<i>',
    });
    expect(container.querySelector('img, script, b, i')).toBeNull();
    expect(container.textContent).toContain(text);
  });

  it('links web addresses safely and nothing else', () => {
    const container = show({ text: 'https://a.example/x javascript:alert(1)' });
    const links = [...container.querySelectorAll('a')];
    expect(links.map((link) => [link.href, link.rel, link.target])).toEqual([
      ['https://a.example/x', 'noopener noreferrer', '_blank'],
    ]);
  });

  it('names attachments, and links only those that lead to the web', () => {
    const container = show({
      text: '',
      attachments: [
        { name: 'a.pdf', url: 'https://files.example/a.pdf', kind: 'file', size: 83_211 },
        { name: 'evil', url: 'javascript:alert(1)', kind: 'link' },
        { name: '', kind: 'image' },
      ],
    });
    expect([...container.querySelectorAll('a')].map((link) => link.textContent)).toEqual(['a.pdf']);
    expect(container.textContent).toContain('83 kB');
    expect(container.textContent).toContain('evil');
    expect(container.textContent).not.toContain('No text');
  });

  it('says what happened to a deleted, an undelivered, an edited and an empty one', () => {
    expect(show({ deleted: true, text: 'secret' }).textContent).not.toContain('secret');
    expect(screen.getByText('This message was deleted')).toBeTruthy();
    expect(show({ id: '2', deliveryError: 'Mailbox full' }).textContent).toContain(
      'Not delivered: Mailbox full',
    );
    expect(show({ id: '3', edited: true }).textContent).toContain('edited');
    expect(show({ id: '4', text: ' ' }).textContent).toContain('No text');
  });

  it('tells what nobody typed, what was taken back and what is only a sign', () => {
    const ada = { role: 'bot', name: 'Ada' } as const;
    expect(show({ direction: 'out', author: ada }).textContent).toContain('Ada· automatic');
    const jo = { role: 'agent', name: 'Jo' } as const;
    expect(show({ id: '2', direction: 'out', author: jo }).textContent).not.toContain('automatic');
    const taken = show({ id: '3', text: 'never mind', withdrawn: true, edited: true }).textContent;
    expect(taken).toContain('· edited');
    expect(taken).toContain('Deleted by the customer');
    expect(taken).toContain('never mind');
    expect(show({ id: '4', text: '👍', isReaction: true }).textContent).toContain('· reaction');
  });

  it('shows the signs it was answered with, as text', () => {
    const container = show({ reactions: ['👍 2', '<b>x</b>'] });
    const signs = [...container.querySelectorAll('[aria-label="Reactions"] li')];
    expect(signs.map(({ textContent }) => textContent)).toEqual(['👍 2', '<b>x</b>']);
    expect(container.querySelector('b')).toBeNull();
  });

  it('cuts no name, no mark and no reaction off', () => {
    const author = { role: 'bot', name: 'a-name-without-end@example.com'.repeat(9) } as const;
    const container = show({ author, edited: true, reactions: ['wonderful'.repeat(20)] });
    expect(container.querySelector('.truncate')).toBeNull();
  });

  it('says when an imported message was written down', () => {
    const time = show({ recordedAt: now - 60_000 }).querySelector('time');
    expect(time?.textContent).toBe('2 min ago');
    expect(time?.title).toContain('Recorded by the helpdesk');
  });

  it('says that a time is a guess or unknown', () => {
    expect(show({ timeQuality: 'approximate' }).textContent).toContain('about 2 min ago');
    expect(show({ timeQuality: 'unknown' }).textContent).toContain('time unknown');
  });

  it('puts a huge text into the page step by step', () => {
    const container = show({ id: 'huge', text: 'x'.repeat(200_000) });
    expect(container.textContent?.length).toBeLessThan(1_000);
    fireEvent.click(screen.getByRole('button', { name: /Show more/ }));
    expect(container.textContent?.length).toBeGreaterThan(19_000);
    expect(container.textContent?.length).toBeLessThan(21_000);
    fireEvent.click(screen.getByRole('button', { name: 'Show less' }));
    expect(container.textContent?.length).toBeLessThan(1_000);
  });
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { pageTimeline } from '../../../../../components/panel/people/page-timeline';
import type { Message } from '../../../../../lib/model/history';
import { conversation, message } from '../../../timeline/samples';

function page(given: Partial<Message>): Element {
  const html = pageTimeline({
    contacts: [],
    conversations: [
      conversation({ subject: 'Order', inboxName: 'Support', inboxAddress: '+49 30 1' }),
    ],
    messages: [message(given)],
    labelOf: () => 'Chatwoot',
  });
  return new DOMParser().parseFromString(html, 'text/html').body;
}

/** Texts by what they are called. */
function texts(given: Partial<Message>): [string | undefined, string | undefined][] {
  return [...page(given).querySelectorAll('figure')].map((figure) => [
    figure.querySelector('figcaption')?.textContent,
    figure.querySelector('div')?.textContent,
  ]);
}

it('names what a mail quotes, attachments and transcripts', () => {
  const quoted = (kind: 'quoted' | 'forwarded' | 'rest') => ({ quoted: { kind, text: 'below' } });
  expect(texts(quoted('quoted'))).toEqual([['Quoted text', 'below']]);
  expect(texts(quoted('forwarded'))).toEqual([['Forwarded message', 'below']]);
  expect(texts(quoted('rest'))).toEqual([['Rest of the e-mail', 'below']]);
  const voice = { name: 'a.ogg', kind: 'audio', size: 2_000, transcript: 'call me' } as const;
  expect(texts({ reactions: ['👍 2'], attachments: [voice] })).toEqual([
    ['Reactions', '👍 2'],
    ['Attachments', 'a.ogg (2 kB)'],
    ['Automatic transcript', 'call me'],
  ]);
});

it('tells where a place is and the number on a card', () => {
  const place = { latitude: 45.764, longitude: 4.8357 };
  expect(
    texts({
      attachments: [
        { name: '', kind: 'location', coordinates: place, url: 'https://maps.example/?q=1' },
        { name: 'Bo', kind: 'contact', phone: '+49 171 2' },
        { name: '+49 171 3', kind: 'contact', phone: '+49 171 3' },
      ],
    }),
  ).toEqual([
    [
      'Attachments',
      'location (45.764, 4.8357): https://maps.example/?q=1\nBo (+49 171 2)\n+49 171 3',
    ],
  ]);
});

it('says of an item what the panel says of it', () => {
  const said = (given: Partial<Message>) => page(given).querySelector('small')?.textContent;
  expect(said({})).toContain('Support · +49 30 1 · Order');
  expect(said({ edited: true })).toContain('edited');
  expect(said({ withdrawn: true })).toContain('Deleted by the customer');
  expect(said({ isReaction: true })).toContain('reaction');
  expect(said({ author: { role: 'bot', name: 'Helper' } })).toContain('automatic');
  expect(said({ timeQuality: 'approximate' })).toContain('about ');
  expect(said({ timeQuality: 'unknown' })).toContain('The helpdesk gives no time');
  expect(said({ recordedAt: 86_400_000 })).toContain('Recorded by the helpdesk on');
  expect(said({ deliveryError: 'blocked' })).toContain('not delivered: blocked');
  expect(page({ cut: true }).textContent).toContain('Only the beginning is shown');
});

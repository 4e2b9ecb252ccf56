import { describe, expect, it } from 'vitest';
import type { Conversation, Message } from '../../../lib/model/history';
import { searchTerms } from '../../../lib/text/search-terms';
import { noFilters } from '../../../lib/timeline/filters';
import { matchingKeys } from '../../../lib/timeline/matching-rows';
import { SearchIndex } from '../../../lib/timeline/search-index';
import { buildTimeline } from '../../../lib/timeline/timeline-builder';
import { conversation, message } from './samples';

function found(query: string, messages: Message[], conversations: Conversation[] = []): string[] {
  const platforms = new Map([['cw', 'chatwoot']]);
  const { rows } = buildTimeline({ messages, conversations, platforms, filters: noFilters });
  const terms = searchTerms(query);
  const index = new SearchIndex();
  index.add(messages, messages);
  return matchingKeys(rows, terms, new Set([...index.find(terms)].flat()));
}

describe('matchingKeys', () => {
  const messages = [
    message({ id: '1', sentAt: 4, text: 'Die Straße ist gesperrt', subject: 'Lieferung' }),
    message({ id: '2', sentAt: 3, text: 'ok', author: { role: 'agent', name: 'Zoë Ångström' } }),
    message({
      id: '3',
      sentAt: 2,
      text: 'مُحَمَّد',
      attachments: [{ name: 'Foto.JPG', kind: 'image' }],
    }),
    message({
      id: '5',
      sentAt: 1.5,
      text: '',
      reactions: ['👍 2'],
      attachments: [
        { name: 'voice.ogg', kind: 'audio', transcript: 'Call me back before noon' },
        { name: 'Lyon', kind: 'location', coordinates: { latitude: 45.764, longitude: 4.8357 } },
        { name: 'Paul Martin', kind: 'contact', phone: '+33698765432' },
      ],
    }),
    message({ id: '4', sentAt: 1, text: 'Secret street', deleted: true }),
  ];

  it.each([
    ['STRASSE', ['item:cw/1']],
    ['gesperrt straße', ['item:cw/1']],
    ['lieferung gesperrt', ['item:cw/1']],
    ['zoe angstrom', ['item:cw/2']],
    ['محمد', ['item:cw/3']],
    ['foto', ['item:cw/3']],
    ['street', []],
    ['before noon', ['item:cw/5']],
    ['45.764', ['item:cw/5']],
    ['33698', ['item:cw/5']],
    ['👍', ['item:cw/5']],
    ['straße ok', []],
    ['', []],
  ])('finds %s', (query, keys) => {
    expect(found(query, messages)).toEqual(keys);
  });

  it('takes a phrase only as it stands, and never over the border of two fields', () => {
    expect(found('"ist gesperrt"', messages)).toEqual(['item:cw/1']);
    expect(found('"gesperrt ist"', messages)).toEqual([]);
    expect(found('"gesperrt lieferung"', messages)).toEqual([]);
  });

  it('finds the headings by what they show', () => {
    const [heading] = found('vat', messages, [conversation({ subject: 'Wrong VAT number' })]);
    expect(heading).toMatch(/^run:/);
    expect(found('e-mail', messages, [conversation({ channel: 'E-mail' })])).toHaveLength(1);
    const inbox = { inboxName: 'Support EU', inboxAddress: '+498912345670' };
    expect(found('support eu', messages, [conversation(inbox)])).toHaveLength(1);
    expect(found('+4989', messages, [conversation({ ...inbox, subject: 'Zip' })])).toHaveLength(1);
  });

  it('keeps the order of the rows', () => {
    const many = [1, 3, 2].map((sentAt) => message({ id: `m${sentAt}`, sentAt, text: 'Lamp' }));
    expect(found('lamp', many)).toEqual(['item:cw/m3', 'item:cw/m2', 'item:cw/m1']);
  });
});

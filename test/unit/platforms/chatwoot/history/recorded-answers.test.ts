import { expect, test } from 'vitest';
import type { Conversation, Message } from '../../../../../lib/model/history';
import { searchTerms } from '../../../../../lib/text/search-terms';
import { SearchIndex } from '../../../../../lib/timeline/search-index';
import newServer from '../../../../helpdesks/chatwoot/recorded/4.15.1.json';
import { fakeChatwoot, signal } from '../fake-chatwoot';

function recorded(note: string, path = ''): unknown {
  const found = newServer.exchanges.find((each) => each.note === note && each.path.includes(path));
  if (found === undefined) throw new TypeError(`nothing recorded: ${note}`);
  return found.body;
}

const A = '/api/v1/accounts/1';

/** The real answers of 4.15.1, the window of kinds of messages standing for every conversation. */
async function readRecorded() {
  const window = recorded(
    'a window with both bounds: picture, voice with its words, location, contact card, survey',
  );
  const ids = [2, 4, 8, ...Array.from({ length: 12 }, (_, at) => at + 1)];
  const routes = Object.fromEntries(
    ids.map((id) => [
      `GET ${A}/conversations/${id}/messages`,
      () => (id === 2 ? window : { payload: [] }),
    ]),
  );
  const { api } = fakeChatwoot(
    {
      [`POST ${A}/conversations/filter`]: () => recorded('by contact'),
      [`GET ${A}/inboxes`]: () => recorded('', '/inboxes'),
      [`GET ${A}/contacts/1`]: () => recorded('', '/contacts/1'),
      ...routes,
    },
    { account: '1' },
  );
  const page = { platform: 'chatwoot', view: 'person', contactId: '1', account: '1' } as const;
  const shown = await api.identify(
    { ...page, hints: { emails: [], phones: [] }, composer: 'none' },
    signal,
  );
  if (shown.kind !== 'contact') throw new TypeError(shown.kind);
  const messages = new Map<string, Message>();
  const conversations = new Map<string, Conversation>();
  const options = { signal, wanted: Number.POSITIVE_INFINITY };
  for await (const part of api.history?.(shown.contact, options) ?? []) {
    for (const each of part.messages) messages.set(each.id, each);
    for (const each of part.conversations) conversations.set(each.id, each);
  }
  return { contact: shown.contact, messages: [...messages.values()], conversations };
}

test('what a real server says of attachments, inboxes and handles is there', async () => {
  const { contact, messages, conversations } = await readRecorded();
  const attachments = messages.flatMap((message) => message.attachments);
  expect(attachments.find(({ kind }) => kind === 'audio')).toMatchObject({
    name: 'voice.mp3',
    transcript: 'Please call me back before noon',
  });
  expect(attachments.find(({ kind }) => kind === 'location')).toMatchObject({
    name: 'Lyon, Place Bellecour',
    coordinates: { latitude: 45.764, longitude: 4.8357 },
    url: expect.stringContaining('mlat=45.764&mlon=4.8357'),
  });
  expect(attachments.find(({ kind }) => kind === 'contact')).toMatchObject({
    name: 'Paul Martin',
    phone: '+33698765432',
  });
  expect(contact.socials).toEqual([{ network: 'Twitter', username: 'ameliedurand' }]);
  expect(conversations.get('2')).toMatchObject({
    inboxName: 'Web',
    inboxAddress: 'https://acme.test',
  });
  const addresses = [...conversations.values()].map(({ inboxAddress }) => inboxAddress);
  expect(addresses).toContain('desk@acme.test');
});

test.each(['call me back', 'bellecour', '45.764', 'paul martin', '+33698765432'])(
  'the history is searched for “%s”',
  async (query) => {
    const { messages } = await readRecorded();
    const index = new SearchIndex();
    index.add(messages, messages);
    expect([...index.find(searchTerms(query))].flat()).toHaveLength(1);
  },
);

import { describe, expect, it } from 'vitest';
import type { PlatformApi } from '../../../lib/platforms/contract/api';
import { ReplyRefused } from '../../../lib/platforms/contract/replies';
import { createWorld } from '../../helpdesks/world/world';
import { type EmulatedRecord, onChatwoot, onKustomer } from './emulated';

const world = createWorld(Date.UTC(2026, 10, 20, 12));
const signal = new AbortController().signal;

function apiOf(records: readonly EmulatedRecord[]): PlatformApi {
  const api = records[0]?.api;
  if (api === undefined) throw new TypeError('the world is empty');
  return api;
}

const draft = { title: '', shortcut: '', body: '', tags: [], variants: [], platforms: [] };

async function refusal(work: Promise<unknown> | undefined): Promise<ReplyRefused> {
  const error = await work?.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ReplyRefused)) throw new TypeError('it was taken');
  return error;
}

describe('canned responses of Chatwoot', () => {
  it('are listed by their code, with the text as it is', async () => {
    const { replies, dropped } = (await apiOf(onChatwoot(world).records).replies?.(signal)) ?? {};
    const codes = replies?.map(({ shortcut }) => shortcut) ?? [];
    expect(codes).toEqual([...codes].sort());
    expect(replies?.find(({ shortcut }) => shortcut === 'hello')).toMatchObject({
      source: 'chatwoot-1',
      title: 'hello',
      body: 'Hi {{contact.first_name}}, thanks for writing to Acme Outdoor. How can I help?',
      updatedAt: expect.any(Number),
    });
    expect(dropped).toEqual([]);
  });

  it('are created, changed and deleted', async () => {
    const api = apiOf(onChatwoot(world).records);
    const created = await api.saveReply?.({ ...draft, title: 'Lost Parcel', body: 'a' }, signal);
    expect(created).toMatchObject({ shortcut: 'lost-parcel', body: 'a' });
    const id = created?.id ?? '';
    await api.saveReply?.({ ...draft, id, shortcut: '/lost', body: 'b' }, signal);
    const codes = async () => (await api.replies?.(signal))?.replies.map((each) => each.shortcut);
    expect(await codes()).toContain('lost');
    await api.removeReply?.(id, signal);
    await api.removeReply?.(id, signal);
    expect(await codes()).not.toContain('lost');
  });

  it('tell a code that is taken, a row that is gone and a text that is refused', async () => {
    const api = apiOf(onChatwoot(world).records);
    const taken = await refusal(
      api.saveReply?.({ ...draft, shortcut: 'hello', body: 'a' }, signal),
    );
    expect(taken).toMatchObject({ conflict: true, message: expect.stringContaining('“hello”') });
    const gone = await refusal(
      api.saveReply?.({ ...draft, id: '999999', shortcut: 'x', body: 'a' }, signal),
    );
    expect(gone).toMatchObject({ conflict: false, message: expect.stringContaining('deleted') });
    const long = { ...draft, shortcut: 'long', body: 'x'.repeat(20_001) };
    expect(await refusal(api.saveReply?.(long, signal))).toMatchObject({ conflict: false });
  });
});

describe('shortcuts of Kustomer', () => {
  it('are those that this key may use, in the standard names and with their category', async () => {
    const api = apiOf(onKustomer(world).records);
    const { replies, dropped } = (await api.replies?.(signal)) ?? {};
    const byTitle = new Map(replies?.map((each) => [each.title, each]));
    expect([...byTitle.keys()].sort()).toEqual([
      'closing',
      'greeting',
      'invoice copy',
      'return label',
      'where is my parcel',
    ]);
    expect(byTitle.get('greeting')).toMatchObject({
      source: 'kustomer-1',
      shortcut: 'greeting',
      tags: ['General'],
      body: 'Hello {{contact.first_name | there}}, thanks for writing.',
    });
    expect(byTitle.get('closing')?.body).toContain('{{agent.name}}');
    expect(byTitle.get('where is my parcel')).toMatchObject({ shortcut: '', tags: ['Shipping'] });
    expect(dropped?.sort()).toEqual([
      expect.stringContaining('“refund started” is for other teams'),
      expect.stringContaining('“vip or not” uses conditions'),
    ]);
  });

  it('are read from their Draft.js content when there is no Markdown', async () => {
    const { replies } = (await apiOf(onKustomer(world).records).replies?.(signal)) ?? {};
    expect(replies?.find(({ title }) => title === 'invoice copy')?.body).toBe(
      'Here is a copy of your invoice for “{{conversation.name | there}}”.',
    );
  });
});

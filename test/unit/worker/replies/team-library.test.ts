import { beforeEach, describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { ReplyWorld } from './reply-world';

const url = 'https://files.example/team.json';

let world: ReplyWorld;
beforeEach(() => {
  world = new ReplyWorld();
});

function file(replies: unknown[], etag?: string) {
  const text = JSON.stringify({ replies });
  return etag === undefined
    ? ({ kind: 'file', text } as const)
    : ({ kind: 'file', text, etag } as const);
}

describe('the team’s library', () => {
  it('is fetched when its address is given, and has one broken entry reported', async () => {
    world.answer = file([
      { title: 'A', body: 'a' },
      { title: 'B' },
      { shortcut: 'c', body: 'c' },
      { shortcut: 'c', body: 'again' },
    ]);
    expect(await world.setTeam(` ${url}#top `)).toEqual({ kind: 'ok' });
    expect(world.fetches).toEqual([[url, undefined]]);
    expect(await world.database.replies.toArray()).toMatchObject([
      { source: 'team', id: 'shortcut c', title: 'c' },
      { source: 'team', id: 'title A', title: 'A' },
    ]);
    expect(await world.source('team')).toMatchObject({
      address: url,
      isManaged: false,
      writable: false,
      coverage: { state: 'complete', dropped: 2 },
      dropped: [
        'Entry 2, “B”: It has no text.',
        'Entry 4, “c”: Another entry has the same id or shortcut.',
      ],
    });
  });

  it('is fetched again with its etag only when due, and kept when unchanged', async () => {
    world.answer = file([{ title: 'A', body: 'a' }], '"v1"');
    await world.setTeam(url);
    world.answer = { kind: 'unchanged' };
    await world.refresh();
    expect(world.fetches).toHaveLength(1);
    world.clock += 5 * 60_000;
    await world.refresh();
    expect(world.fetches.at(-1)).toEqual([url, '"v1"']);
    expect(await world.titles('team')).toEqual(['A']);
    expect(await world.source('team')).toMatchObject({
      fetchedAt: world.clock,
      coverage: { state: 'complete', dropped: 0 },
    });
    world.answer = file([{ title: 'B', body: 'b' }]);
    await world.refresh(true);
    expect(await world.titles('team')).toEqual(['B']);
    expect((await world.source('team'))?.etag).toBeUndefined();
  });

  it.each([
    ['redirects', new TransportError('redirected'), 'redirected'],
    ['is 50 MB', new TransportError('too-large'), 'too-large'],
    [
      'answers HTML',
      { kind: 'file', text: '<!doctype html><p>Sign in' } as const,
      'not-the-platform',
    ],
    ['is cut off', { kind: 'file', text: '{"replies": [' } as const, 'bad-answer'],
    ['is something else', { kind: 'file', text: '{"a": 1}' } as const, 'bad-answer'],
    ['is not permitted', new TransportError('permission-missing'), 'permission-missing'],
  ])('keeps what it had when the file %s', async (_case, answer, reason) => {
    world.answer = file([{ title: 'A', body: 'a' }], '"v1"');
    await world.setTeam(url);
    world.answer = answer;
    await world.refresh(true);
    expect(await world.titles('team')).toEqual(['A']);
    expect(await world.source('team')).toMatchObject({ coverage: { reason }, etag: '"v1"' });
  });

  it('goes with its address, and does not stand under another', async () => {
    world.answer = file([{ title: 'A', body: 'a' }], '"v1"');
    await world.setTeam(url);
    world.answer = new TransportError('offline');
    await world.setTeam('https://files.example/other.json');
    expect(world.fetches.at(-1)).toEqual(['https://files.example/other.json', undefined]);
    expect(await world.titles('team')).toEqual([]);
    await world.setTeam('');
    expect(world.team).toBeUndefined();
    expect(await world.source('team')).toBeUndefined();
  });

  it.each([
    'http://files.example/team.json',
    'https://user:secret@files.example/team.json',
    'file:///etc/passwd',
    'no address',
  ])('does not take %s', async (bad) => {
    expect(await world.setTeam(bad)).toMatchObject({ kind: 'failed' });
    world.team = { url: bad, isManaged: true };
    await world.refresh();
    expect(world.fetches).toEqual([]);
    expect(await world.source('team')).toMatchObject({ coverage: { state: 'unreachable' } });
  });

  it('of nothing but entries that nobody can read stays a small row that tells their number', async () => {
    world.answer = { kind: 'file', text: `[${'0,'.repeat(50_000)}0]`, etag: '"v1"' };
    await world.setTeam(url);
    const row = await world.source('team');
    expect(row).toMatchObject({ coverage: { state: 'complete', dropped: 50_001 } });
    expect(JSON.stringify(row).length).toBeLessThan(20_000);
    world.answer = { kind: 'unchanged' };
    await world.setTeam(url);
    expect(await world.source('team')).toMatchObject({ coverage: { dropped: 50_001 } });
  });

  it('holds only so many tags and texts in other languages of one response', async () => {
    const many = Array.from({ length: 20_000 }, (_none, index) => `t${index}`);
    const variants = many.map((language) => ({ language, body: 'b' }));
    world.answer = file([{ title: 'A', body: 'a', tags: many, variants }]);
    await world.setTeam(url);
    const [reply] = await world.database.replies.toArray();
    expect([reply?.tags.length, reply?.variants.length]).toEqual([100, 100]);
  });

  it('is the administrator’s matter where a policy sets it', async () => {
    world.team = { url, isManaged: true };
    world.answer = file([{ title: 'A', body: 'a' }]);
    await world.refresh();
    expect(await world.source('team')).toMatchObject({ isManaged: true });
    expect(await world.setTeam('https://elsewhere.example/x.json')).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('administrator'),
    });
  });
});

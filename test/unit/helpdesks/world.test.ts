import { describe, expect, it } from 'vitest';
import type { StoryMessage, StoryPerson, StoryRecord } from '../../helpdesks/world/types';
import { createWorld } from '../../helpdesks/world/world';
import { conversationsOf, messagesOf, platforms, platformsOf, recordsOn } from './world-views';

const now = Date.UTC(2026, 9, 14, 9, 30);
const world = createWorld(now);

function person(key: string): StoryPerson {
  const found = world.people.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
}

describe('the hand-made world', () => {
  it('has many people, and many of them on several platforms', () => {
    expect(world.people.length).toBeGreaterThanOrEqual(28);
    const several = world.people.filter((someone) => platformsOf(someone).length >= 2);
    expect(several.length).toBeGreaterThanOrEqual(12);
    expect(world.people.length - several.length).toBeGreaterThanOrEqual(5);
  });

  it('is a fresh deep copy each time', () => {
    const first = createWorld(now);
    const changed = first.people[0]?.chatwoot?.[0]?.conversations[0]?.messages[0];
    if (changed === undefined) throw new Error('no message to change');
    changed.text = 'changed by a test';
    first.people.length = 1;
    first.agents.length = 0;
    expect(createWorld(now)).toEqual(world);
  });

  it('has one agent who left and still speaks', () => {
    const left = world.agents.filter((agent) => agent.left).map(({ key }) => key);
    expect(left).toHaveLength(1);
    expect(messagesOf(world).filter(({ agent }) => agent === left[0]).length).toBeGreaterThan(3);
  });

  it('shows Amélie rich on all four platforms, newest minutes ago', () => {
    const amelie = person('amelie');
    expect(platformsOf(amelie)).toEqual([...platforms]);
    const counts = platforms.map((platform) => amelie[platform]?.[0]?.conversations.length);
    expect(counts).toEqual([5, 5, 5, 1]);
    expect(platforms.map((platform) => amelie[platform]?.[0]?.name)).toEqual([
      'Amélie Laurent',
      'Amelie LAURENT',
      'amelie',
      'A. Laurent',
    ]);
    expect(platforms.map((platform) => amelie[platform]?.[0]?.phone)).toEqual([
      '+33617294836',
      '+33617294836',
      '06 17 29 48 36',
      '0033 6 17 29 48 36',
    ]);
    const times = platforms
      .flatMap((platform) => amelie[platform] ?? [])
      .flatMap((record) => record.conversations)
      .flatMap(({ messages }) => messages.map(({ ago }) => ago));
    expect(Math.min(...times)).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeLessThan(15);
    expect(Math.max(...times)).toBeGreaterThan(13 * 30 * 24 * 60);
  });

  it('bites the limits of the platforms', () => {
    const counted = (records: StoryRecord[] | undefined): number =>
      records?.[0]?.conversations.length ?? 0;
    expect(counted(person('oliver').chatwoot)).toBeGreaterThan(25);
    expect(counted(person('pavel').chaport)).toBeGreaterThanOrEqual(8);
    const pitching = person('margaret').chatwoot?.[0]?.conversations[0]?.messages.length;
    expect(pitching).toBeGreaterThan(60);
    const orders = person('hannah').kustomer?.[0]?.conversations ?? [];
    expect(orders.flatMap(({ messages }) => messages).length).toBeGreaterThan(100);
    const empty = recordsOn(world, 'chatwoot').filter(({ conversations }) => !conversations.length);
    expect(empty.length).toBeGreaterThan(0);
  });

  it('has the identities that are hard to join', () => {
    const rolePeople = world.people.filter((someone) =>
      platforms.some((platform) =>
        someone[platform]?.some(({ email }) => email?.startsWith('info@')),
      ),
    );
    expect(rolePeople.map(({ key }) => key)).toEqual(['sabine', 'reto']);
    expect(person('carla').chaport).toHaveLength(2);
    expect(person('michael').chatwoot).toHaveLength(2);
    const unnamed = person('visitor').chaport?.[0];
    expect([unnamed?.name, unnamed?.email, unnamed?.phone]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(person('silver').kustomer?.[0]?.name).toBeUndefined();
    expect(person('ruth').chaport?.[0]?.phone).toMatch(/^\d{30}$/);
    expect(person('bjorn').kustomer?.[0]?.externalId).toContain('/');
  });

  it('has every kind of message', () => {
    const messages = messagesOf(world);
    const kinds: Record<string, (message: StoryMessage) => unknown> = {
      note: ({ note }) => note,
      deleted: ({ deleted }) => deleted,
      edited: ({ edited }) => edited,
      failed: ({ failed }) => failed,
      quoted: ({ quoted }) => quoted,
      html: ({ html }) => html,
      bot: ({ from }) => from === 'bot',
      system: ({ from }) => from === 'system',
      attachmentOnly: ({ text, attachments }) => text === '' && attachments?.length,
      future: ({ ago }) => ago < 0,
      huge: ({ text }) => text.length === 200_000,
    };
    const missing = Object.keys(kinds).filter((kind) => !messages.some((m) => kinds[kind]?.(m)));
    expect(missing).toEqual([]);
    const sameMinute = conversationsOf(world).some(({ messages: told }) =>
      told.some((message, index) => index > 0 && told[index - 1]?.ago === message.ago),
    );
    expect(sameMinute).toBe(true);
  });

  it('hides markup in the names, subjects and words of one person on all platforms', () => {
    const mallory = person('mallory');
    for (const platform of platforms) {
      const record = mallory[platform]?.[0];
      expect(record?.name).toMatch(/[<>]/);
      expect(
        record?.conversations[0]?.messages.some(({ text }) => /<|javascript:/.test(text)),
      ).toBe(true);
    }
  });

  it.each([
    'Arabic',
    'Cyrillic',
    'Devanagari',
    'Greek',
    'Han',
    'Hangul',
    'Hebrew',
    'Hiragana',
    'Katakana',
    'Latin',
    'Thai',
  ])('has customers who write %s', (script) => {
    const pattern = new RegExp(`\\p{Script=${script}}{2}`, 'u');
    const writers = messagesOf(world).filter(
      ({ from, text }) => from === 'customer' && pattern.test(text),
    );
    expect(writers.length).toBeGreaterThan(0);
  });

  it('has many languages, emoji, combining and surrogate characters, and direction marks', () => {
    const languages = new Set(
      platforms
        .flatMap((platform) => recordsOn(world, platform))
        .flatMap(({ language }) => language?.split('-')[0] ?? []),
    );
    const asked = 'fr de es pt ar he ja zh ko ru el hi th tr vi en'.split(' ');
    expect(asked.filter((language) => !languages.has(language))).toEqual([]);
    const all = messagesOf(world)
      .map(({ text }) => text)
      .join('\n');
    for (const pattern of [
      /\p{Extended_Pictographic}/u,
      /\p{M}/u,
      /[\u{20000}-\u{2ffff}]/u,
      /\u202e/u,
    ]) {
      expect(all).toMatch(pattern);
    }
  });
});

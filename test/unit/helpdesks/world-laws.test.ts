import { describe, expect, it } from 'vitest';
import { generateWorld } from '../../helpdesks/world/generate';
import { createWorld } from '../../helpdesks/world/world';
import {
  conversationsOf,
  duplicates,
  messagesOf,
  platforms,
  platformsOf,
  recordsOn,
} from './world-views';

const now = Date.UTC(2026, 9, 14, 9, 30);
const generated = generateWorld({ seed: 7, people: 40, messagesPerPerson: 90, now });

describe.each([
  ['hand-made', createWorld(now)],
  ['generated', generated],
])('the %s world', (_, subject) => {
  it('has a key of its own for every person and agent', () => {
    expect(duplicates(subject.people.map(({ key }) => key))).toEqual([]);
    expect(duplicates(subject.agents.map(({ key }) => key))).toEqual([]);
  });

  it('names only agents that exist', () => {
    const known = new Set(subject.agents.map(({ key }) => key));
    const named = [
      ...conversationsOf(subject).flatMap(({ assignee }) => assignee ?? []),
      ...messagesOf(subject).flatMap((message) => message.agent ?? []),
    ];
    expect(named.filter((key) => !known.has(key))).toEqual([]);
    const nameless = messagesOf(subject).filter(
      ({ from, agent }) => (from === 'agent') !== (agent !== undefined),
    );
    expect(nameless).toEqual([]);
  });

  it('tells every conversation oldest first', () => {
    for (const { messages } of conversationsOf(subject)) {
      const order = messages.map(({ ago }) => ago);
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(messages.length).toBeGreaterThan(0);
    }
  });

  it.each(['chatwoot', 'kustomer'] as const)('writes phones on %s in E.164', (platform) => {
    const phones = recordsOn(subject, platform).flatMap(({ phone, otherPhones }) => [
      ...(phone === undefined ? [] : [phone]),
      ...(otherPhones ?? []),
    ]);
    expect(phones.length).toBeGreaterThan(0);
    for (const phone of phones) expect(phone).toMatch(/^\+[1-9]\d{6,14}$/);
  });

  it.each(['chatwoot', 'kustomer'] as const)('gives no identifier twice on %s', (platform) => {
    const records = recordsOn(subject, platform);
    expect(duplicates(records.flatMap(({ email }) => email?.toLowerCase() ?? []))).toEqual([]);
    expect(duplicates(records.flatMap(({ phone }) => phone ?? []))).toEqual([]);
    expect(duplicates(records.flatMap(({ externalId }) => externalId ?? []))).toEqual([]);
  });

  it('keeps to what Chaport and Chatra can hold', () => {
    for (const record of recordsOn(subject, 'chatra')) expect(record.conversations).toHaveLength(1);
    const conversations = [
      ...recordsOn(subject, 'chaport'),
      ...recordsOn(subject, 'chatra'),
    ].flatMap((record) => record.conversations);
    for (const conversation of conversations) {
      expect(conversation.channel).toBe('chat');
      expect(conversation.assignee).toBeUndefined();
      expect(conversation.labels).toBeUndefined();
    }
    const chaportNotes = recordsOn(subject, 'chaport')
      .flatMap((record) => record.conversations.flatMap(({ messages }) => messages))
      .filter(({ note }) => note);
    expect(chaportNotes).toEqual([]);
  });

  it('gives no phone to two people', () => {
    const owners = subject.people.flatMap((someone) => [
      ...new Set(
        platforms
          .flatMap((platform) => someone[platform] ?? [])
          .flatMap(({ phone }) => phone?.replace(/\D/g, '').slice(-9) ?? [])
          .filter((tail) => tail.length === 9),
      ),
    ]);
    expect(duplicates(owners)).toEqual([]);
  });

  it('gives no e-mail to two people, role addresses apart', () => {
    const owners = subject.people.flatMap((someone) => [
      ...new Set(
        platforms
          .flatMap((platform) => someone[platform] ?? [])
          .flatMap(({ email }) => email?.trim().toLowerCase() ?? []),
      ),
    ]);
    expect(duplicates(owners).filter((email) => !email.startsWith('info@'))).toEqual([]);
  });
});

describe('generateWorld', () => {
  it('is the same for the same seed and another for another', () => {
    const options = { seed: 7, people: 40, messagesPerPerson: 90, now };
    expect(generateWorld(options)).toEqual(generated);
    expect(generateWorld({ ...options, seed: 8 })).not.toEqual(generated);
  });

  it('makes as many people and messages as asked for, all in the past', () => {
    expect(generated.people).toHaveLength(40);
    expect(messagesOf(generated)).toHaveLength(40 * 90);
    expect(messagesOf(generated).filter(({ ago }) => ago < 0)).toEqual([]);
  });

  it.each([0, 1, 2, 3])('makes people with %i messages', (messagesPerPerson) => {
    const small = generateWorld({ seed: 3, people: 25, messagesPerPerson, now });
    expect(messagesOf(small)).toHaveLength(25 * messagesPerPerson);
    expect(conversationsOf(small).filter(({ messages }) => messages.length === 0)).toEqual([]);
  });

  it('puts people on one to four platforms', () => {
    const counts = generated.people.map((someone) => platformsOf(someone).length);
    expect(new Set(counts)).toEqual(new Set([1, 2, 3, 4]));
  });
});

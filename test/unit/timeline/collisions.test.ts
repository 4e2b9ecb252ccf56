import { describe, expect, it } from 'vitest';
import {
  COLLISION_WINDOW_MS,
  type CollisionInput,
  collisionWords,
  findCollisions,
} from '../../../lib/timeline/collisions';
import { conversation, message } from './samples';

const now = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;

function find(given: Partial<CollisionInput>) {
  return findCollisions({
    conversations: [],
    messages: [],
    shown: { connectionId: 'ku', contactId: 'k1', conversationId: 'k-conv' },
    agentNames: new Map([['cw', 'Lena']]),
    now,
    ...given,
  });
}

const words = (given: Partial<CollisionInput>) =>
  find(given).map((collision) => collisionWords(collision, 'Acme', now));

const recent = conversation({ lastActivityAt: now - 5 * minute });

describe('which conversations collide', () => {
  it('an open and a pending one with recent activity, on another platform or the same', () => {
    const here = conversation({ connectionId: 'ku', id: 'other', lastActivityAt: now });
    const pending = { ...recent, id: 'c2', status: 'pending' as const };
    expect(find({ conversations: [recent, pending, here] }).length).toBe(3);
  });

  it.each(['resolved', 'snoozed', 'unknown'] as const)('not a %s one', (status) => {
    expect(find({ conversations: [{ ...recent, status }] })).toEqual([]);
  });

  it('not the one on screen', () => {
    const shown = conversation({ connectionId: 'ku', id: 'k-conv', lastActivityAt: now });
    expect(find({ conversations: [shown] })).toEqual([]);
  });

  it('none of the contact on screen when the page shows the contact, not a conversation', () => {
    const own = conversation({ connectionId: 'ku', contactId: 'k1', lastActivityAt: now });
    const shown = { connectionId: 'ku', contactId: 'k1', conversationId: undefined };
    expect(find({ conversations: [own, recent], shown }).map((each) => each.conversation)).toEqual([
      recent,
    ]);
  });

  it('not an old one, unless a message in it is recent', () => {
    const old = conversation({ lastActivityAt: now - COLLISION_WINDOW_MS - 1 });
    expect(find({ conversations: [old] })).toEqual([]);
    const fresh = message({ sentAt: now - minute });
    expect(find({ conversations: [old], messages: [fresh] }).length).toBe(1);
    const undated = message({ sentAt: now, timeQuality: 'unknown' });
    expect(find({ conversations: [old], messages: [undated] })).toEqual([]);
  });

  it('not one of which no time is known', () => {
    expect(find({ conversations: [conversation()] })).toEqual([]);
    expect(find({ conversations: [conversation({ createdAt: now - minute })] }).length).toBe(1);
  });

  it('first those where the customer waits, then the latest', () => {
    const idle = { ...recent, id: 'idle', lastActivityAt: now };
    const waits = { ...recent, id: 'waits', waitingSince: now - 9 * minute };
    const found = find({ conversations: [recent, idle, waits] });
    expect(found.map((each) => each.conversation.id)).toEqual(['waits', 'idle', 'c1']);
  });
});

describe('since when the customer waits', () => {
  const wrote = message({ id: 'm1', sentAt: now - 20 * minute });
  const again = message({ id: 'm2', sentAt: now - 10 * minute });
  const answer = message({ id: 'm3', direction: 'out', sentAt: now - 15 * minute });

  it('is what the platform says', () => {
    const reported = { ...recent, waitingSince: now - 3 * minute };
    expect(find({ conversations: [reported], messages: [wrote] })[0]?.waitingSince).toBe(
      now - 3 * minute,
    );
  });

  it('else the first message after the last answer', () => {
    const messages = [again, answer, wrote];
    expect(find({ conversations: [recent], messages })[0]?.waitingSince).toBe(again.sentAt);
    expect(
      find({ conversations: [recent], messages: [wrote, answer] })[0]?.waitingSince,
    ).toBeUndefined();
  });

  it('is not answered by a note, nor asked for by a deleted message', () => {
    const note = message({ id: 'n', kind: 'note', direction: 'none', sentAt: now });
    const messages = [wrote, again, note];
    expect(find({ conversations: [recent], messages })[0]?.waitingSince).toBe(wrote.sentAt);
    const gone = { ...again, deleted: true };
    expect(
      find({ conversations: [recent], messages: [answer, gone] })[0]?.waitingSince,
    ).toBeUndefined();
  });

  it('does not take messages of other conversations', () => {
    const other = message({ conversationId: 'elsewhere', sentAt: now - minute });
    expect(find({ conversations: [recent], messages: [other] })[0]?.waitingSince).toBeUndefined();
  });
});

describe('the words', () => {
  it('say who has it and how long the customer waits', () => {
    const waits = { ...recent, assignee: 'Sam', waitingSince: now - 12 * minute };
    expect(words({ conversations: [waits] })).toEqual([
      'Also open in Acme. Assigned to Sam. Waiting for a reply for 12 min.',
    ]);
  });

  it('say when it is one’s own, and leave out an assignee nobody named', () => {
    expect(words({ conversations: [{ ...recent, assignee: 'Lena' }] })).toEqual([
      'Also open in Acme. Assigned to you. Last activity: 5 min ago.',
    ]);
    expect(words({ conversations: [{ ...recent, status: 'pending' }] })).toEqual([
      'Also pending in Acme. Last activity: 5 min ago.',
    ]);
  });

  it('never tell a time in the future, whatever the platform’s clock says', () => {
    const ahead = { lastActivityAt: now + 60 * minute, waitingSince: now + 60 * minute };
    expect(words({ conversations: [conversation(ahead)] })).toEqual([
      'Also open in Acme. Waiting for a reply for a moment.',
    ]);
  });
});

import type { ContactRef } from '../model/ids';
import type { Conflict } from './conflicts';
import { linkWords } from './decision-words';
import { pairKey } from './decisions';
import { isProof } from './evidence';

export interface ConflictSetting {
  /** What a contact (as `contactRef`) is called, with its platform, e.g. "Ana in Acme". */
  nameOf(ref: ContactRef): string;
  /** Epoch ms. */
  now: number;
}

/** Why two contacts that something would join are not one person, in one sentence. */
export function conflictWords(conflict: Conflict, { nameOf, now }: ConflictSetting): string {
  const pair = `${nameOf(conflict.one)} and ${nameOf(conflict.other)}`;
  const byHand = conflict.evidence.find((evidence) => evidence.kind === 'by-hand');
  const lead =
    byHand === undefined
      ? `${pair} ${sharedWords(conflict)}`
      : `${pair} were ${linkWords({ verdict: 'same', by: byHand.by, at: byHand.at }, now)}`;
  return `${lead}, but are kept apart: ${reasonWords(conflict, { nameOf, now })}.`;
}

/** True when a decision about just these two keeps them apart: that decision says it all. */
export function isJustDecided({ apart, ...pair }: Conflict): boolean {
  return apart?.why.kind === 'decision' && isSamePair(apart, pair);
}

const kinds: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  phone: 'a phone number',
  'external-id': 'an id of another system',
};

function sharedWords({ evidence }: Conflict): string {
  const shared = evidence.filter(isProof).flatMap(({ kind }) => kinds[kind] ?? []);
  return `share ${[...new Set(shared)].join(' and ') || 'something'}`;
}

function reasonWords({ apart, one, other }: Conflict, { nameOf, now }: ConflictSetting): string {
  if (apart === undefined) return 'it is unclear with which of several people they belong';
  const pair = isSamePair(apart, { one, other })
    ? 'they'
    : `${nameOf(apart.one)} and ${nameOf(apart.other)}`;
  return apart.why.kind === 'different-ids'
    ? `${pair} carry different ids in one helpdesk`
    : `${pair} were ${linkWords(apart.why.decision, now)}`;
}

type Pair = Pick<Conflict, 'one' | 'other'>;

function isSamePair(a: Pair, b: Pair): boolean {
  return pairKey(a.one, a.other) === pairKey(b.one, b.other);
}

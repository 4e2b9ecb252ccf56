import { t } from '@lingui/core/macro';
import type { ContactRef } from '../model/ids';
import { formatList } from '../text/format-list';
import { joinSentences } from '../text/join-sentences';
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

/** Why two contacts that something would join are not one person, in two sentences. */
export function conflictWords(conflict: Conflict, setting: ConflictSetting): string {
  return joinSentences(leadWords(conflict, setting), reasonWords(conflict, setting));
}

/** True when a decision about exactly these two keeps them apart: then it is the whole explanation. */
export function isJustDecided({ apart, ...pair }: Conflict): boolean {
  return apart?.why.kind === 'decision' && isSamePair(apart, pair);
}

function leadWords({ one, other, evidence }: Conflict, { nameOf, now }: ConflictSetting): string {
  const [a, b] = [nameOf(one), nameOf(other)];
  const byHand = evidence.find(({ kind }) => kind === 'by-hand');
  if (byHand?.kind === 'by-hand') {
    const decision = linkWords({ verdict: 'same', by: byHand.by, at: byHand.at }, now);
    return t`${a} and ${b}: ${decision}.`;
  }
  const shared = new Set(evidence.filter(isProof).map(({ kind }) => kind));
  const values = formatList([
    ...(shared.has('email') ? [t`e-mail address`] : []),
    ...(shared.has('phone') ? [t`phone number`] : []),
    ...(shared.has('external-id') ? [t`id in another system`] : []),
  ]);
  return values === ''
    ? t`${a} and ${b} seem to belong together.`
    : t`${a} and ${b} have the same ${values}.`;
}

function reasonWords({ apart, one, other }: Conflict, { nameOf, now }: ConflictSetting): string {
  if (apart === undefined) {
    return t`They are not linked because it is unclear which of several people they belong to.`;
  }
  const [a, b] = [nameOf(apart.one), nameOf(apart.other)];
  const isSame = isSamePair(apart, { one, other });
  if (apart.why.kind === 'different-ids') {
    return isSame
      ? t`They are kept separate because their ids in one helpdesk differ.`
      : t`They are kept separate because ${a} and ${b} have different ids in one helpdesk.`;
  }
  const decision = linkWords(apart.why.decision, now);
  return isSame
    ? t`They are kept separate: ${decision}.`
    : t`They are kept separate because of ${a} and ${b}: ${decision}.`;
}

type Pair = Pick<Conflict, 'one' | 'other'>;

function isSamePair(a: Pair, b: Pair): boolean {
  return pairKey(a.one, a.other) === pairKey(b.one, b.other);
}

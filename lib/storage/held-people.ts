import { type ContactRef, contactRef } from '../model/ids';
import type { SourceRow } from '../model/screen';
import type { DesksideDatabase } from './database';

/** Who of all that are held is one person, and what of them is not held. */
export interface HeldPeople {
  /** For each contact that was taken for one person with others: one of them, the same for all. */
  personOf: ReadonlyMap<ContactRef, ContactRef>;
  /** People of whom a part of a history is known to be missing. */
  partial: number;
  /** The keys are locked, so that nothing newer comes in. */
  isLocked: boolean;
}

/** Reads it. Meant to be followed. */
export async function readHeldPeople(db: DesksideDatabase): Promise<HeldPeople> {
  const [sources, histories] = await Promise.all([db.sources.toArray(), db.histories.toArray()]);
  const groups = new Groups();
  for (const { anchor, connectionId, contactIds } of sources) {
    for (const id of contactIds) groups.join(anchor, contactRef({ connectionId, id }));
  }
  const partial = new Set<ContactRef>();
  for (const { connectionId, contactId, coverage } of histories) {
    const isWhole = coverage.state === 'complete' || coverage.wholeAsOf !== undefined;
    if (isWhole || coverage.state === 'not-found') continue;
    partial.add(groups.of(contactRef({ connectionId, id: contactId })));
  }
  return {
    personOf: groups.all(),
    partial: partial.size,
    isLocked: lastOfEach(sources).some(({ coverage }) => coverage?.reason === 'keys-locked'),
  };
}

/** What each connection said last: of whoever was opened while the keys were locked, that stays said. */
function lastOfEach(sources: readonly SourceRow[]): SourceRow[] {
  const last = new Map<string, SourceRow>();
  for (const row of sources) {
    const before = last.get(row.connectionId);
    if (before === undefined || before.updatedAt <= row.updatedAt) last.set(row.connectionId, row);
  }
  return [...last.values()];
}

class Groups {
  readonly #parents = new Map<ContactRef, ContactRef>();

  of(ref: ContactRef): ContactRef {
    let top = ref;
    for (let next = this.#parents.get(top); next !== undefined; next = this.#parents.get(top)) {
      top = next;
    }
    return top;
  }

  join(one: ContactRef, other: ContactRef): void {
    const [top, below] = [this.of(one), this.of(other)];
    if (top !== below) this.#parents.set(below, top);
  }

  all(): Map<ContactRef, ContactRef> {
    const refs = new Set([...this.#parents].flat());
    return new Map([...refs].map((ref) => [ref, this.of(ref)]));
  }
}

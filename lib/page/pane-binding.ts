import type { PageContext } from '../model/page';
import type { PaneContent } from '../platforms/contract/page';

/** What the address says about the person on the page. */
export type PaneAddress = Pick<PageContext, 'account' | 'contactId' | 'conversationId'>;

/** What distinguishes one conversation's pane from another's, apart from the address. */
export interface PaneSigns extends PaneContent {
  /** Name and addresses of the person that the pane says it is about. */
  person: readonly string[];
}

/**
 * How far address and pane agree. `unsettled`: time or a change will show; `conflict`: the pane is
 * somebody else's than the address names.
 */
export interface PaneStanding {
  kind: 'settled' | 'unsettled' | 'conflict';
  /** After this long (ms) it is worth looking again, though nothing may change until then. */
  again?: number | undefined;
}

/** How long (ms) a change is held back that could be another conversation or only more of the same. */
export const CHANGE_HELD_MS = 2_000;

/** How long (ms) what was there before the address changed is not taken for the new conversation. */
export const LEFTOVER_HELD_MS = 10_000;

const settled: PaneStanding = { kind: 'settled' };

/**
 * Binds what a page shows to its address by more than the address. Helpdesks change the address
 * first and the content later, or the other way round; whatever is done in between would reach the
 * wrong person. A pane belongs to the address when all that it shows changed together with the address;
 * what remained, or changed alone, is held back until the two agree, or until enough time has passed
 * for a change that proves nothing.
 */
export class PaneBinding {
  /** The address and pane that were last known to belong together. */
  #bound: { address: PaneAddress; signs: PaneSigns } | undefined;
  #address: PaneAddress | undefined;
  #addressSince = 0;
  /** Since when the address names this conversation of the same person. */
  #turnedSince = -LEFTOVER_HELD_MS;
  #signs = '';
  #signsSince = 0;
  /** The first that appeared of somebody else before the address changed. */
  #stranger: PaneSigns | undefined;
  /** Address or pane changed again before the two agreed: only time shows which belongs to which. */
  #isHurried = false;

  /** `now`: ms, by a clock that only runs forward. */
  see(address: PaneAddress, signs: PaneSigns, now: number): PaneStanding {
    this.#notice(address, JSON.stringify(signs), now);
    const standing = this.#judge(address, signs, now);
    if (standing.kind === 'settled') this.#bind(address, signs);
    return standing;
  }

  #notice(address: PaneAddress, signs: string, now: number): void {
    if (!isSamePlace(address, this.#address)) {
      this.#isHurried ||=
        this.#address !== undefined && !isSamePlace(this.#address, this.#bound?.address);
      this.#addressSince = now;
    } else if (address.conversationId !== this.#address?.conversationId) this.#turnedSince = now;
    this.#address = address;
    if (signs !== this.#signs) {
      this.#signs = signs;
      this.#signsSince = now;
    }
  }

  #judge(address: PaneAddress, signs: PaneSigns, now: number): PaneStanding {
    const bound = this.#bound;
    if (bound === undefined) return settled;
    const relation = relationOf(bound.signs, signs);
    const last = Math.max(this.#signsSince, this.#addressSince);
    if (isSamePlace(address, bound.address)) {
      if (relation === 'same' || relation === 'blank') return settled;
      const isTurned =
        signs.person.length === 0 && this.#signsSince < this.#turnedSince + LEFTOVER_HELD_MS;
      if (relation === 'unclear' || isTurned)
        return heldUntil(this.#signsSince + CHANGE_HELD_MS, now);
      this.#stranger ??= signs;
      this.#isHurried ||= relationOf(this.#stranger, signs) === 'other';
      const again = this.#signsSince + CHANGE_HELD_MS - now;
      return { kind: 'conflict', again: again > 0 ? again : undefined };
    }
    if (relation === 'other' && !this.#isHurried) return settled;
    const until = isLeft(bound.signs, signs)
      ? this.#addressSince + LEFTOVER_HELD_MS
      : last + CHANGE_HELD_MS;
    return heldUntil(until, now);
  }

  /** A pane that shows nothing, or less for a moment, still belongs to the same person. */
  #bind(address: PaneAddress, signs: PaneSigns): void {
    const { signs: last, address: from } = this.#bound ?? {};
    const before = isSamePlace(address, from) ? last : undefined;
    const kept = (key: 'person' | 'content') =>
      signs[key].length > 0 || before === undefined ? signs[key] : before[key];
    this.#stranger = undefined;
    this.#isHurried = false;
    this.#bound = {
      address,
      signs: { ...signs, person: kept('person'), content: kept('content') },
    };
  }
}

/** The same person, where the address names one, else the same conversation. */
function isSamePlace(a: PaneAddress, b: PaneAddress | undefined): boolean {
  if (b === undefined || a.account !== b.account) return false;
  const key =
    a.contactId !== undefined && b.contactId !== undefined ? 'contactId' : 'conversationId';
  return a[key] !== undefined && a[key] === b[key];
}

function heldUntil(until: number, now: number): PaneStanding {
  return now >= until ? settled : { kind: 'unsettled', again: until - now };
}

/** Whether the pane shows what was there before: all of it, or its messages under a new name. */
function isLeft(before: PaneSigns, now: PaneSigns): boolean {
  if (relationOf(before, now) === 'same') return true;
  const areMessages = now.isExact && before.content.length > 1 && now.content.length > 1;
  return areMessages && compareContent(before, now) === 'same';
}

type Relation = 'same' | 'other' | 'unclear' | 'blank';

/** Whether two readings show one conversation, as far as they can say; `blank` where one shows nothing. */
function relationOf(before: PaneSigns, now: PaneSigns): Relation {
  const person = comparePeople(before.person, now.person);
  const content = compareContent(before, now);
  if (person === 'none' && content === 'none') return 'blank';
  if (person !== 'other' && content !== 'other' && content !== 'partly') return 'same';
  const isWhole = person === 'other' && content === 'other';
  const isNameless = before.person.length === 0 && now.person.length === 0 && content === 'other';
  const isEmpty = person === 'other' && before.content.length + now.content.length === 0;
  return isWhole || isNameless || isEmpty ? 'other' : 'unclear';
}

function comparePeople(before: readonly string[], now: readonly string[]) {
  if (before.length === 0 || now.length === 0) return 'none';
  return now.some((each) => before.includes(each)) ? 'same' : 'other';
}

/**
 * Exact content of one conversation shares half of its messages, as when older ones come above those that
 * are read; otherwise it shares none that count. Lines share what every pane has. */
function compareContent(before: PaneSigns, now: PaneSigns) {
  // Ids have nothing in common with the lines that were used before there were ids.
  if (before.isExact !== now.isExact) return 'none';
  const known = new Set(before.content);
  const shared = now.content.filter((each) => known.has(each)).length;
  const [gone, come] = [known.size - shared, now.content.length - shared];
  const fewer = Math.min(known.size, now.content.length);
  if (fewer === 0) return 'none';
  if (now.isExact) return shared >= fewer / 2 ? 'same' : 'other';
  if (gone < 2 || come < 2) return 'same';
  return shared <= fewer / 4 ? 'other' : 'partly';
}

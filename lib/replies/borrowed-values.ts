import type { Contact } from '../model/contact';
import type { Composed } from './compose-reply';
import {
  borrowedValues,
  type KnownValue,
  type ReplyContext,
  valuesElsewhere,
} from './variable-values';

/** A value that is not from the record on screen. */
export interface ForeignValue {
  value: string;
  /** Which record that is, and why it was taken for the same person, in words; of a data card which and how old. */
  source: string;
  /** The value comes from the team's own system, not from another record. */
  isFromCard?: true | undefined;
}

/** The values in records other than the one on screen, by the standard names of variables. */
export interface ForeignValues {
  /** Inserted into a text without asking: a name, or a value from a record that is vouched for. */
  borrowed: ReadonlyMap<string, ForeignValue>;
  /** Only offered as an answer. */
  offered: ReadonlyMap<string, ForeignValue>;
  /** The data card that a variable's value comes from, in words. */
  cardSourceOf?: ((name: string) => string | undefined) | undefined;
}

/** What other records say in this context; `sourceOf` puts a record and its reasons into words. */
export function foreignValues(
  context: ReplyContext,
  sourceOf: (contact: Contact) => string,
): ForeignValues {
  const withSource = (values: ReadonlyMap<string, KnownValue>): Map<string, ForeignValue> =>
    new Map(
      [...values].flatMap(([name, { value, from }]) =>
        from === undefined ? [] : [[name, { value, source: sourceOf(from) }] as const],
      ),
    );
  return {
    borrowed: withSource(borrowedValues(context)),
    offered: withSource(valuesElsewhere(context)),
  };
}

/** What can be offered as the answer to a question about this variable. */
export function offeredFor(name: string, foreign: ForeignValues): ForeignValue | undefined {
  return foreign.offered.get(name) ?? foreign.offered.get(name.toLowerCase());
}

/**
 * Which values in a composed text are not from the record on screen, also where one was accepted as an
 * answer.
 */
export function foreignIn(
  { used }: Pick<Composed, 'used'>,
  foreign: ForeignValues,
): ForeignValue[] {
  return used.flatMap(({ name, value, from }) => {
    if (from === 'value') {
      const ofCard = foreign.cardSourceOf?.(name);
      if (ofCard !== undefined) return [{ value, source: ofCard, isFromCard: true }];
      const { source } =
        foreign.borrowed.get(name) ?? foreign.borrowed.get(name.toLowerCase()) ?? {};
      return source === undefined ? [] : [{ value, source }];
    }
    const offered = offeredFor(name, foreign);
    const isTaken = from === 'answer' && offered?.value === value.trim();
    return isTaken ? [{ value, source: offered.source }] : [];
  });
}

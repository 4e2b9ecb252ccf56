import * as v from 'valibot';
import { readEach } from '../shared/read-each';
import { time } from './field-schemas';

/**
 * By which times a list runs newest first, as far as its pages show, each with the oldest (epoch
 * ms). An absent one is not known yet; `null` is known to be in no such order.
 */
export interface ListOrder {
  created?: number | null | undefined;
  sent?: number | null | undefined;
}

const datedSchema = v.object({ attributes: v.object({ sentAt: time, createdAt: time }) });

/**
 * What is known of a list's order after one more page. Kustomer does not document it, and imports
 * may share one of the times or have them in another order. Pages are judged one by one: new items
 * at the front push those at the end of a page onto the next, where they come again.
 */
export function orderAfter(order: ListOrder, data: readonly unknown[]): ListOrder {
  const dated = readEach(datedSchema, data).items.map((item) => item.attributes);
  return {
    created: oldestAfter(
      order.created,
      dated.map(({ createdAt }) => createdAt),
    ),
    sent: oldestAfter(
      order.sent,
      dated.map(({ sentAt, createdAt }) => sentAt ?? createdAt),
    ),
  };
}

/** Epoch ms from which on nothing is missing by any of the orders; `undefined` where there is none. */
export function sinceBy({ created, sent }: ListOrder): number | undefined {
  const times = [created, sent].filter((each) => typeof each === 'number');
  return times.length === 0 ? undefined : Math.max(...times);
}

function oldestAfter(
  oldest: number | null | undefined,
  times: readonly (number | undefined)[],
): number | null | undefined {
  const known = times.filter((each) => each !== undefined);
  const neverRises = known.every((each, index) => each <= (known[index - 1] ?? each));
  if (oldest === null || !neverRises) return null;
  // A first page on which all have the same time shows nothing, and no further pages are awaited.
  if (oldest === undefined && new Set(known).size < 2) return null;
  return known.reduce((least, each) => Math.min(least, each), oldest ?? Number.POSITIVE_INFINITY);
}

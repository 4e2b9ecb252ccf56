import type * as v from 'valibot';
import { expect, test } from 'vitest';
import { commands } from '../../../lib/messaging/commands';

/** What would let whoever sends a message choose where the worker sends a request, or how. */
const forbidden =
  /^(url|uri|href|address|endpoint|path|method|headers|origin|host|token|secret)s?$/i;

/**
 * Only the settings page says where a helpdesk, a team's file or a data card is, and the worker checks it. What a
 * page or the panel sends names nothing but what is stored.
 */
const ofSettings = [
  ...['options.', 'replies.team', 'membrane.'],
  ...['cards.test', 'cards.save', 'cards.leave'],
];

/** The names of all fields of a schema, however deep. */
function fieldsOf(schema: unknown, seen = new Set<unknown>()): string[] {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return [];
  seen.add(schema);
  const { entries, options, item, wrapped, items, value, pipe } = schema as Partial<
    Record<string, unknown>
  >;
  const own = typeof entries === 'object' && entries !== null ? Object.entries(entries) : [];
  const lists = [options, items, pipe].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...own.map(([name]) => name),
    ...[...own.map(([, part]) => part), item, wrapped, value, ...lists].flatMap((part) =>
      fieldsOf(part, seen),
    ),
  ];
}

test('practice 6: no message of a page or the panel says where a request goes, or how', () => {
  const named = Object.entries(commands)
    .filter(([type]) => !ofSettings.some((start) => type.startsWith(start)))
    .flatMap(([type, { payload }]: [string, { payload: v.GenericSchema }]) =>
      fieldsOf(payload)
        .filter((name) => forbidden.test(name))
        .map((name) => `${type}: ${name}`),
    );
  expect(named).toEqual([]);
});

test('practice 6: what may say so comes from the settings page alone', () => {
  const others = Object.entries(commands)
    .filter(([type]) => ofSettings.some((start) => type.startsWith(start)))
    .filter(([, { senders }]) => senders.some((sender) => sender !== 'options'));
  expect(others.map(([type]) => type)).toEqual([]);
});

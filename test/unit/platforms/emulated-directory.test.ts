import { expect, test } from 'vitest';
import { createWorld } from '../../helpdesks/world/world';
import { onChaport } from './emulated';

const world = createWorld(Date.UTC(2026, 10, 20, 12));

test.each([
  { lastPageNext: 'absent', linkForm: 'root-relative', linksPosition: 'beside' },
  { lastPageNext: 'null', linkForm: 'absolute', linksPosition: 'beside' },
  { lastPageNext: 'empty', linkForm: 'root-relative', linksPosition: 'beside' },
  { lastPageNext: 'empty', linkForm: 'absolute', linksPosition: 'inside', unsetFields: 'null' },
] as const)('every visitor is listed once, and the list ends: %o', async (switches) => {
  const { emulator, records } = onChaport(world, { ...switches, pageSize: 4 });
  const api = records[0]?.api;
  if (api?.directoryPage === undefined) throw new Error('no directory');
  const { signal } = new AbortController();
  const listed: string[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await api.directoryPage(cursor, signal);
    listed.push(...page.contacts.map((contact) => contact.id));
    cursor = page.next;
    if (cursor !== undefined) expect(cursors.has(cursor)).toBe(false);
    cursors.add(cursor ?? '');
  } while (cursor !== undefined);
  const told = emulator.data.visitors.map((visitor) => visitor.id);
  expect(listed.sort()).toEqual(told.sort());
});

import { expect, test } from 'vitest';
import { MembraneApi } from '../../../../lib/http/membrane/api';
import type { Transport } from '../../../../lib/http/transport';

const signal = new AbortController().signal;

/** A list of connections in pages of this size, however large the pages that are asked for. */
function listOf(count: number, size: number) {
  const line: Transport = {
    async send({ query }) {
      const at = Number(query?.cursor ?? 0);
      const length = Math.min(size, count - at);
      const items = Array.from({ length }, (_, each) => ({ id: `c${at + each}`, name: 'x' }));
      const cursor = at + size < count ? { cursor: String(at + size) } : {};
      return { status: 200, body: { items, ...cursor } };
    },
  };
  return new MembraneApi(line).connections(signal);
}

test.each([1_000, 100, 37])('all of 10,000 are read in pages of %i', async (size) => {
  const { items, dropped } = await listOf(10_000, size);
  expect(items).toHaveLength(10_000);
  expect(dropped).toBe(0);
});

test.each([
  ['of many items', 1_000, 20_000],
  ['of single ones', 1, 500],
])('a list without an end, %s, is abandoned, and that is told', async (_name, size, most) => {
  const { items, dropped } = await listOf(Number.MAX_SAFE_INTEGER, size);
  expect(items).toHaveLength(most);
  expect(dropped).toBe(1);
});

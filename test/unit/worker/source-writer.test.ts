import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Coverage,
  coverageReasonSchema,
  coverageStateSchema,
} from '../../../lib/model/coverage';
import { SourceWriter } from '../../../lib/worker/source-writer';
import { ref } from '../refs';
import { TestWorld } from './world';

const coverage = fc.record({
  state: fc.constantFrom(...coverageStateSchema.options),
  reason: fc.option(fc.constantFrom(...coverageReasonSchema.options), { nil: undefined }),
  more: fc.constantFrom(true, undefined),
  dropped: fc.nat(),
  checkedAt: fc.nat(),
}) satisfies fc.Arbitrary<Coverage>;

test('whatever is written, a key that sees only a part has never seen all', async () => {
  const world = new TestWorld();
  const connection = await world.connect('alpha', {});
  const writes = fc.array(
    fc.record({
      phase: fc.constantFrom('finding' as const, 'loading' as const, 'settled' as const),
      coverage: fc.option(coverage, { nil: undefined }),
      restricted: fc.boolean(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(writes, async (some) => {
      for (const { restricted, ...change } of some) {
        // As it is found out after the writer was made.
        const row = new SourceWriter(world, ref('alpha/1'), connection);
        await world.database.connections.update('alpha', { restricted });
        await row.write(change);
        const shown = (await row.read())?.coverage;
        if (restricted) expect(shown?.state).not.toBe('complete');
        else if (change.coverage !== undefined) expect(shown).toEqual(change.coverage);
      }
    }),
    { numRuns: 50 },
  );
});

test('what is stored already is not written again, unless another writer stored it', async () => {
  const world = new TestWorld();
  const connection = await world.connect('alpha', {});
  const writer = new SourceWriter(world, ref('alpha/1'), connection);
  const other = new SourceWriter(world, ref('alpha/1'), connection);
  const put = vi.spyOn(world.database.sources, 'put');
  const write = (by: SourceWriter, phase: 'loading' | 'settled') =>
    by.write({ phase, contactIds: ['1'] });
  await write(writer, 'loading');
  world.clock += 10;
  await write(writer, 'loading');
  expect(put).toHaveBeenCalledTimes(1);
  await write(writer, 'settled');
  world.clock += 10;
  await write(other, 'settled');
  expect(put).toHaveBeenCalledTimes(3);
  const row = await writer.read();
  expect(row && [writer.wrote(row), other.wrote(row)]).toEqual([false, true]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageContext } from '../../../lib/model/page';
import {
  HintChangeLimit,
  MOST_PER_MINUTE,
  STANDING_MS,
} from '../../../lib/worker/hint-change-limit';
import { context } from './world';

const tab = { tabId: 3, origin: 'https://desk.example' };

/** A clock that only the test moves; whoever waits goes on when it has passed their time. */
function clocked() {
  let now = 1_790_000_000_000;
  const waiting = new Set<{ at: number; go(): void }>();
  const hints = new HintChangeLimit(
    () => now,
    (ms) => new Promise((go) => waiting.add({ at: now + ms, go })),
  );
  const pass = async (ms: number) => {
    now += ms;
    for (const each of [...waiting]) {
      if (each.at > now) continue;
      waiting.delete(each);
      each.go();
    }
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const counted: string[] = [];
  const report = (
    email: string | undefined,
    conversationId = '1',
    more: Partial<PageContext> = {},
  ) => {
    const emails = email === undefined ? [] : [email];
    const page = context('alpha', { conversationId, hints: { emails, phones: [] }, ...more });
    void hints.count(tab, page).then((counts) => {
      if (counts) counted.push(`${conversationId}:${email ?? ''}`);
    });
    return pass(0);
  };
  return { hints, pass, counted, report };
}

describe('hints of a page', () => {
  it('count at once while a conversation has none, and when they are the same again', async () => {
    const { counted, report } = clocked();
    await report(undefined);
    await report('ana@x.example');
    await report('ana@x.example', '1', { composer: 'note' });
    await report('bo@x.example', '2');
    expect(counted).toEqual(['1:', '1:ana@x.example', '1:ana@x.example', '2:bo@x.example']);
  });

  it('have to stand still when others take their place, and only the last ones count', async () => {
    const { counted, report, pass } = clocked();
    await report('a@x.example');
    await report('b@x.example');
    await pass(STANDING_MS - 1);
    await report('c@x.example');
    await pass(STANDING_MS - 1);
    expect(counted).toEqual(['1:a@x.example']);
    await pass(1);
    expect(counted).toEqual(['1:a@x.example', '1:c@x.example']);
  });

  it('are not awaited where the page of a conversation has just been opened and shows none yet', async () => {
    const { counted, report, pass } = clocked();
    await report('a@x.example');
    await report('z@x.example', '2');
    await report(undefined);
    await report('a@x.example');
    expect(counted).toEqual(['1:a@x.example', '2:z@x.example', '1:', '1:a@x.example']);
    await report(undefined);
    expect(counted).toHaveLength(4);
    await pass(STANDING_MS);
    expect(counted.at(-1)).toBe('1:');
  });

  it('do not count for a tab that shows another conversation or none meanwhile', async () => {
    const { hints, counted, report, pass } = clocked();
    await report('a@x.example');
    await report('b@x.example');
    await report('z@x.example', '2');
    await report('y@x.example', '2');
    hints.forget(tab.tabId);
    await pass(STANDING_MS);
    expect(counted).toEqual(['1:a@x.example', '2:z@x.example']);
  });

  it('count so often in a minute, however slowly they change, and the last ones in the end', async () => {
    const { counted, report, pass } = clocked();
    for (let index = 0; index < 200; index += 1) {
      await report(`a${index}@x.example`);
      await pass(index % 2 === 0 ? STANDING_MS / 2 : STANDING_MS);
    }
    const minutes = Math.ceil((200 * STANDING_MS) / 60_000) + 1;
    expect(counted.length).toBeLessThanOrEqual(minutes * MOST_PER_MINUTE);
    await pass(60_000);
    await pass(60_000);
    expect(counted.at(-1)).toBe('1:a199@x.example');
  });

  it('never count more often than is allowed in any minute, whatever the schedule', async () => {
    const step = fc.record({ ms: fc.nat(5_000), who: fc.nat(5), where: fc.constantFrom('1', '2') });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), async (steps) => {
        const { counted, report, pass } = clocked();
        let elapsed = 0;
        for (const { ms, who, where } of steps) {
          await report(`${who}@x.example`, where);
          await pass(ms);
          elapsed += ms;
        }
        const minutes = Math.floor(elapsed / 60_000) + 1;
        for (const where of ['1', '2']) {
          const changes = counted
            .filter((each) => each.startsWith(where))
            .filter((each, index, all) => each !== all[index - 1]);
          expect(changes.length).toBeLessThanOrEqual(minutes * MOST_PER_MINUTE);
        }
      }),
      { numRuns: 30 },
    );
  });
});

import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IndexJobs } from '../../../../lib/worker/full-text/jobs';
import { TestWorld } from '../world';

function jobsOver(wake: () => Promise<void>) {
  const alarms: (number | undefined)[] = [];
  const jobs = new IndexJobs(
    { wake },
    { schedule: async (at) => void alarms.push(at), listen: () => undefined },
    () => 1_000,
  );
  return { jobs, alarms };
}

describe('the work on the index', () => {
  it('is gone on with after the worker was stopped, and no longer when it is done', async () => {
    const { jobs, alarms } = jobsOver(async () => undefined);
    await jobs.wake();
    expect(alarms).toEqual([31_000, undefined]);
    const broken = jobsOver(() => Promise.reject(new TypeError('stopped')));
    await expect(broken.jobs.wake()).rejects.toThrow('stopped');
    expect(broken.alarms).toEqual([31_000]);
  });

  it('rests when storage is full, until somebody has made room', async () => {
    let runs = 0;
    const { jobs, alarms } = jobsOver(() => {
      runs += 1;
      return runs === 1
        ? Promise.reject(new DOMException('full', 'QuotaExceededError'))
        : Promise.resolve();
    });
    await jobs.wake();
    await jobs.wake();
    expect(runs).toBe(1);
    expect(alarms.at(-1)).toBe(601_000);
    await jobs.goOn();
    expect(runs).toBe(2);
    expect(alarms.at(-1)).toBeUndefined();
  });

  describe('beside news', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
    afterEach(() => void vi.useRealTimers());

    it('begins a moment later', async () => {
      const { database } = new TestWorld();
      let runs = 0;
      const { jobs } = jobsOver(async () => {
        runs += 1;
      });
      jobs.listen(database);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(runs).toBe(1);
      database.close();
    });
  });
});

import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Alarm } from '../../../lib/worker/alarm';

const at = { scheduledTime: 0, persistAcrossSessions: true };

beforeEach(() => fakeBrowser.reset());

test('a later time replaces the one before, and none takes it away', async () => {
  const alarm = new Alarm('notes');
  await alarm.schedule(1_000);
  await alarm.schedule(2_000);
  expect(await fakeBrowser.alarms.getAll()).toMatchObject([
    { name: 'notes', scheduledTime: 2_000 },
  ]);
  await alarm.schedule(undefined);
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
});

test('only its own alarm is heard', async () => {
  const onAlarm = vi.fn();
  new Alarm('notes').listen(onAlarm);
  await fakeBrowser.alarms.onAlarm.trigger({ ...at, name: 'directories' });
  expect(onAlarm).not.toHaveBeenCalled();
  await fakeBrowser.alarms.onAlarm.trigger({ ...at, name: 'notes' });
  expect(onAlarm).toHaveBeenCalledOnce();
});

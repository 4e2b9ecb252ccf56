import { expect, test } from 'vitest';
import type { Settings } from '../../../../lib/storage/settings';
import { renewKeys } from '../../../../lib/worker/people/renew-keys';
import { contact, TestWorld } from '../world';

function settingsOf(stored: Partial<Settings>) {
  let settings: Settings = {
    retentionDays: 30,
    ownDomains: [],
    noteScope: 'everywhere',
    ...stored,
  };
  return {
    readSettings: async () => settings,
    changeSettings: async (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
    },
  };
}

test('what was stored under an older form is found under the new one, once', async () => {
  const world = new TestWorld();
  await world.database.contacts.bulkPut([
    contact('north', 'old', {
      emails: ['Ana@xn--mller-kva.example'],
      emailKeys: ['ana@xn--mller-kva.example'],
      phones: ['+52 1 55 4817 3629', '0151 14892607'],
      phoneKeys: ['+4315114892607'],
      localKeys: ['+4315114892607'],
      externalIds: ['crm-\u200b1001'],
    }),
    contact('north', 'masked', {
      phones: ['+55 ** ****-6254'],
      phoneKeys: ['+551187316254'],
    }),
    ...Array.from({ length: 450 }, (_none, index) => contact('east', `${index}`)),
  ]);
  const settings = settingsOf({ defaultRegion: 'DE' });
  await renewKeys(world, settings);
  expect(await world.database.contacts.get(['north', 'old'])).toMatchObject({
    emailKeys: ['ana@müller.example'],
    phoneKeys: ['+525548173629', '+4915114892607'],
    localKeys: ['+4915114892607'],
    externalIds: ['crm-1001'],
  });
  expect(await world.database.contacts.get(['north', 'masked'])).toMatchObject({
    phoneKeys: ['+5511987316254'],
  });
  expect(await world.database.contacts.count()).toBe(452);
  await world.database.contacts.put(contact('north', 'old', { emailKeys: ['left alone'] }));
  await renewKeys(world, settings);
  expect(await world.database.contacts.get(['north', 'old'])).toMatchObject({
    emailKeys: ['left alone'],
  });
});

test('what was stored before “00 49 …” counted as a country code is found by it, too', async () => {
  const world = new TestWorld();
  await world.database.contacts.put(
    contact('north', 'spaced', { phones: ['00 49 151 14892607'], phoneKeys: [] }),
  );
  await renewKeys(world, settingsOf({ keyForm: 2 }));
  expect(await world.database.contacts.get(['north', 'spaced'])).toMatchObject({
    phoneKeys: ['+4915114892607'],
  });
});

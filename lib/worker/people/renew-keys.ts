import { normaliseEmail } from '../../identity/email';
import { normaliseExternalId } from '../../identity/external-id';
import { foldIdentifier } from '../../identity/fold-identifier';
import { isInternationalPhone, normalisePhone } from '../../identity/phone';
import { withPhoneKeys } from '../../identity/phone-keys';
import type { Contact } from '../../model/contact';
import type { SettingsPorts, WorkerPorts } from '../ports';

/** Counts up whenever normal forms change, so that what is stored is brought into the new ones. */
const KEY_FORM = 3;

/** This many contacts are written at once; other work gets its turn in between. */
const BATCH = 200;

/**
 * Works out the keys of all stored contacts again after an update that writes them otherwise: an
 * address stored before it must be found by one read after it. Does nothing when that was done;
 * begun and interrupted, it begins again.
 */
export async function renewKeys(ports: WorkerPorts, settings: SettingsPorts): Promise<void> {
  const { keyForm = 1, defaultRegion } = await settings.readSettings();
  if (keyForm >= KEY_FORM) return;
  const { contacts } = ports.database;
  const keys = await contacts.toCollection().primaryKeys();
  for (let start = 0; start < keys.length; start += BATCH) {
    await ports.database.transaction('rw', contacts, async () => {
      const batch = await contacts.bulkGet(keys.slice(start, start + BATCH));
      const known = batch.filter((contact) => contact !== undefined);
      await contacts.bulkPut(known.map((contact) => withRenewedKeys(contact, defaultRegion)));
    });
  }
  await settings.changeSettings({ keyForm: KEY_FORM });
}

/** What a platform once gave for masked values is kept: it cannot be derived from what is shown. */
function withRenewedKeys(contact: Contact, defaultRegion: string | undefined): Contact {
  const { localKeys = [] } = contact;
  const told = contact.phoneKeys.filter((key) => !localKeys.includes(key));
  const written = contact.phones.filter(
    (phone) => isInternationalPhone(phone) && /^[+\d\s().\-/]+$/.test(foldIdentifier(phone)),
  );
  const phoneKeys = [...told, ...written].map((phone) => normalisePhone(phone) ?? phone);
  const renewed = {
    ...contact,
    emailKeys: [...new Set(contact.emailKeys.map((key) => normaliseEmail(key) ?? key))],
    phoneKeys: [...new Set(phoneKeys.filter((key) => key.startsWith('+')))],
    externalIds: [...new Set(contact.externalIds.map(normaliseExternalId))],
    localKeys: [],
  };
  return withPhoneKeys(renewed, defaultRegion);
}

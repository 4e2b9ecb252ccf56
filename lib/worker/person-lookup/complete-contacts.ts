import { withPhoneKeys } from '../../identity/phone-keys';
import type { Contact } from '../../model/contact';
import type { PlatformApi } from '../../platforms/contract/api';
import type { PeopleSettings } from '../../storage/settings';

/**
 * The same API, whose contacts carry what can be worked out of them for matching: numbers written
 * without country code become distinctive by the contact's country, or by the one in the settings.
 */
export function withCompleteContacts(
  api: PlatformApi,
  readSettings: () => Promise<Pick<PeopleSettings, 'defaultRegion'>>,
): PlatformApi {
  const complete = async <T extends { contacts: Contact[] }>(found: T): Promise<T> => {
    const { defaultRegion } = await readSettings();
    return {
      ...found,
      contacts: found.contacts.map((each) => withPhoneKeys(each, defaultRegion)),
    };
  };
  const { find, findByName, directoryPage, searchContacts, findMergeTarget, contactFields } = api;
  return {
    ...api,
    identify: async (context, signal) => {
      const answer = await api.identify(context, signal);
      if (answer.kind !== 'contact') return answer;
      const { defaultRegion } = await readSettings();
      return { ...answer, contact: withPhoneKeys(answer.contact, defaultRegion) };
    },
    ...(find && {
      find: async (identifiers, signal) => complete(await find(identifiers, signal)),
    }),
    ...(findByName && {
      findByName: async (name, signal) => complete(await findByName(name, signal)),
    }),
    ...(directoryPage && {
      directoryPage: async (cursor, signal) => complete(await directoryPage(cursor, signal)),
    }),
    ...(findMergeTarget && {
      findMergeTarget: async (gone, signal) => {
        const mergeTarget = await findMergeTarget(gone, signal);
        return mergeTarget && withPhoneKeys(mergeTarget, (await readSettings()).defaultRegion);
      },
    }),
    ...(contactFields && {
      contactFields: {
        obstacle: (contact) => contactFields.obstacle?.(contact),
        read: async (asked, signal) => {
          const asRead = await contactFields.read(asked, signal);
          const { defaultRegion } = await readSettings();
          return { ...asRead, contact: withPhoneKeys(asRead.contact, defaultRegion) };
        },
        write: (asRead, edit, signal) => contactFields.write(asRead, edit, signal),
      },
    }),
    ...(searchContacts && {
      searchContacts: async (query, signal) => complete(await searchContacts(query, signal)),
    }),
  };
}

import { contactTitle } from '../../../../lib/identity/decision-words';
import type { Contact } from '../../../../lib/model/contact';
import { type ContactKey, contactRef } from '../../../../lib/model/ids';
import { usePlatformIndex } from '../../platform-index';

/** The names of a record and of its helpdesk: the account's name where there are several accounts. */
export function useRecordNames(contacts: readonly Contact[]) {
  const { platforms, connections, platformNames } = usePlatformIndex();
  const platformOf = ({ connectionId }: Pick<ContactKey, 'connectionId'>) =>
    platforms.get(platformNames.get(connectionId) ?? '');
  const helpdeskOf = ({ connectionId }: Pick<ContactKey, 'connectionId'>): string => {
    const platform = platformOf({ connectionId });
    const isOnly = [...platformNames.values()].filter((name) => name === platform?.name).length < 2;
    const account = connections.get(connectionId)?.label;
    return (isOnly ? platform?.label : account) ?? platform?.label ?? account ?? connectionId;
  };
  const titleOf = (key: ContactKey): string => {
    const contact = contacts.find((each) => contactRef(each) === contactRef(key));
    return contact === undefined ? '' : contactTitle(contact);
  };
  return { platformOf, helpdeskOf, titleOf };
}

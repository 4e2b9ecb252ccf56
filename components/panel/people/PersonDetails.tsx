import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { nameDifference } from '../../../lib/identity/name-words';
import {
  countByStatus,
  type Detail,
  differencesOf,
  mergeAttributes,
} from '../../../lib/identity/person-details';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { contactOfRef } from '../../../lib/storage/panel-queries';
import { readConversations } from '../../../lib/storage/people-queries';
import { useNames } from '../names';
import { useNow } from '../use-now';
import { ContactFacts } from './ContactFacts';
import { ConversationCounts } from './ConversationCounts';
import { TagList } from './TagList';
import { useTags } from './use-tags';

/** All that the platforms keep about a person, merged, with their differences told. */
export function PersonDetails({ contacts }: { contacts: readonly Contact[] }) {
  const { platforms } = useNames();
  const now = useNow(60_000);
  const refs = contacts.map(contactRef).join('\n');
  const conversations = useLiveQuery(
    () => readConversations(database, refs.split('\n').map(contactOfRef)),
    [refs],
  );
  const labelOf = (name: string) => platforms.get(name)?.label ?? name;
  const names = nameDifference(contacts, labelOf);
  const tags = useTags(contacts);
  const details = [...differencesOf(contacts), ...mergeAttributes(contacts)];
  return (
    <div className="flex flex-col gap-3 text-12">
      <ContactFacts contacts={contacts} now={now} />
      {names !== undefined && (
        <p className="text-ink-soft wrap-anywhere first-letter:uppercase">{names}</p>
      )}
      {conversations !== undefined && (
        <ConversationCounts conversations={conversations} counts={countByStatus(conversations)} />
      )}
      {tags !== undefined && <TagList answer={tags} now={now} />}
      {details.length > 0 && (
        <Part title="Kept about this person">
          <DetailList details={details} labelOf={labelOf} />
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">{title}</h3>
      {children}
    </section>
  );
}

interface DetailListProps {
  details: readonly Detail[];
  labelOf(platform: string): string;
}

function DetailList({ details, labelOf }: DetailListProps) {
  return (
    <dl className="flex flex-col gap-1">
      {details.map(({ label, values }) => (
        <div key={label} className="flex gap-2">
          <dt className="w-[38%] shrink-0 text-ink-faint wrap-anywhere">
            <bdi>{label}</bdi>
          </dt>
          <dd className="min-w-0 flex-1 wrap-anywhere">
            {values.map(({ value, platforms }) => (
              <div key={value} title={`In ${platforms.map(labelOf).join(', ')}`}>
                <bdi>{value}</bdi>
                {values.length > 1 && (
                  <span className="text-ink-faint"> in {platforms.map(labelOf).join(', ')}</span>
                )}
              </div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

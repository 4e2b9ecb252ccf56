import { t } from '@lingui/core/macro';
import { lazy, type ReactNode, Suspense } from 'react';
import {
  countByStatus,
  type Detail,
  differencesOf,
  mergeAttributes,
  mergeSocials,
  shownAttributeValue,
} from '../../../lib/identity/merge-details';
import { nameDifference } from '../../../lib/identity/name-difference-words';
import { mergePerson } from '../../../lib/identity/person';
import type { Contact } from '../../../lib/model/contact';
import { parseContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readPersonConversations } from '../../../lib/storage/people-queries';
import { formatLanguage } from '../../../lib/text/format-language';
import { formatList } from '../../../lib/text/format-list';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { withAside } from '../../../lib/text/join-words';
import { timeInZone } from '../../../lib/text/time-in-zone';
import { useLiveRead } from '../../hooks/use-live-read';
import { useNow } from '../../hooks/use-now';
import { usePlatformIndex } from '../platform-index';
import { ConversationCounts } from './ConversationCounts';
import { PersonData } from './PersonData';
import { TagList, useTags } from './TagList';

/** Loaded when the details are opened, and seldom needed. */
const CompletionPart = lazy(async () => ({
  default: (await import('./completion/CompletionPart')).CompletionPart,
}));

/** Everything the platforms store about a person, merged, with their differences shown. */
export function PersonDetails({ contacts }: { contacts: readonly Contact[] }) {
  const { platforms } = usePlatformIndex();
  const now = useNow(60_000);
  const refs = refLines(contacts);
  const conversations = useLiveRead(
    {
      tables: [database.conversations],
      read: () => readPersonConversations(database, refsOfLines(refs).map(parseContactRef)),
    },
    [refs],
  );
  const labelOf = (name: string) => platforms.get(name)?.label ?? name;
  const names = nameDifference(contacts, labelOf);
  const tags = useTags(contacts);
  const socials = mergeSocials(contacts);
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
      {socials.length > 0 && (
        <Part title={t`On social networks`}>
          <DetailList details={socials} labelOf={labelOf} />
        </Part>
      )}
      {details.length > 0 && (
        <Part title={t`Other details`}>
          <DetailList details={details} labelOf={labelOf} />
        </Part>
      )}
      <Suspense>
        <CompletionPart key={refsOfLines(refs)[0]} contacts={contacts} />
      </Suspense>
      <PersonData contacts={contacts} />
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
            {values.map(({ value, truth, platforms }) => {
              const places = formatList(platforms.map(labelOf));
              return (
                <div key={value} title={t`In ${places}`}>
                  <bdi>{shownAttributeValue({ value, truth })}</bdi>
                  {values.length > 1 && <span className="text-ink-faint"> {t`in ${places}`}</span>}
                </div>
              );
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the person is, what they speak, what time it is there, and when they were last seen. */
function ContactFacts({ contacts, now }: { contacts: readonly Contact[]; now: number }) {
  const person = mergePerson(contacts);
  const at = person.lastSeenAt;
  const seen = at === undefined ? [] : [formatAge(at, now), formatExactTime(at)];
  const there = person.timeZone === undefined ? undefined : timeInZone(person.timeZone, now);
  const local =
    there && withAside([there.weekday, there.clock].filter(Boolean).join(' '), there.zone);
  const facts: readonly [string, string | undefined, (string | undefined)?][] = [
    [t`Company`, person.company],
    [t`Language`, person.language && formatLanguage(person.language)],
    [t`Location`, person.location],
    [t`Local time`, local, person.timeZone],
    [t`Last seen`, seen[0], seen[1]],
  ];
  return (
    <dl className="flex flex-col gap-1 empty:hidden">
      {facts.map(
        ([name, value, title]) =>
          value !== undefined &&
          value !== '' && (
            <div key={name} className="flex gap-2" title={title}>
              <dt className="w-[38%] shrink-0 text-ink-faint wrap-anywhere">{name}</dt>
              <dd dir="auto" className="min-w-0 flex-1 wrap-anywhere">
                {value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

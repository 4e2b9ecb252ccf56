import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { reasonWords } from '../../../lib/coverage/reason-words';
import { mergePerson } from '../../../lib/identity/person';
import {
  countByStatus,
  countLabels,
  type Detail,
  differencesOf,
  mergeAttributes,
  mergeTags,
} from '../../../lib/identity/person-details';
import { nameDifference } from '../../../lib/identity/person-name';
import { type TagsAnswer, tagsAnswerSchema } from '../../../lib/messaging/answers';
import { request } from '../../../lib/messaging/send';
import type { Contact } from '../../../lib/model/contact';
import type { Conversation, ConversationStatus } from '../../../lib/model/history';
import { contactRef, parseContactRef } from '../../../lib/model/ids';
import { database } from '../../../lib/storage/database';
import { readPersonConversations } from '../../../lib/storage/people-queries';
import { formatLanguage } from '../../../lib/text/format-language';
import { formatAge, formatExactTime, timeInZone } from '../../../lib/text/format-time';
import { useNow } from '../../hooks/use-now';
import { usePlatformIndex } from '../platform-index';

/** All that the platforms keep about a person, merged, with their differences told. */
export function PersonDetails({ contacts }: { contacts: readonly Contact[] }) {
  const { platforms } = usePlatformIndex();
  const now = useNow(60_000);
  const refs = contacts.map(contactRef).join('\n');
  const conversations = useLiveQuery(
    () => readPersonConversations(database, refs.split('\n').map(parseContactRef)),
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

/** Where the person is, what they speak, what time it is there, and when they were last seen. */
function ContactFacts({ contacts, now }: { contacts: readonly Contact[]; now: number }) {
  const person = mergePerson(contacts);
  const there = person.timeZone === undefined ? undefined : timeInZone(person.timeZone, now);
  const facts: readonly [string, string | undefined, (string | undefined)?][] = [
    ['Company', person.company],
    ['Language', person.language && formatLanguage(person.language)],
    ['Location', person.location],
    [
      'Time there',
      there && [there.weekday, there.clock, `(${there.zone})`].filter(Boolean).join(' '),
      person.timeZone,
    ],
    [
      'Last seen',
      person.lastSeenAt === undefined ? undefined : formatAge(person.lastSeenAt, now),
      person.lastSeenAt === undefined ? undefined : formatExactTime(person.lastSeenAt),
    ],
  ];
  return (
    <dl className="flex flex-col gap-1 empty:hidden">
      {facts.map(
        ([name, value, title]) =>
          value !== undefined &&
          value !== '' && (
            <div key={name} className="flex gap-2" title={title}>
              <dt className="w-[38%] shrink-0 text-ink-faint">{name}</dt>
              <dd dir="auto" className="min-w-0 flex-1 wrap-anywhere">
                {value}
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

const statusWords: Readonly<Record<ConversationStatus, string>> = {
  open: 'open',
  pending: 'pending',
  snoozed: 'snoozed',
  resolved: 'resolved',
  unknown: 'of unknown status',
};

/** What fits into a few lines; the most frequent ones stand first. */
const mostLabels = 20;

interface ConversationCountsProps {
  conversations: readonly Conversation[];
  counts: ReturnType<typeof countByStatus>;
}

/** How many conversations are held of each status, and what the customer thought of them. */
function ConversationCounts({ conversations, counts }: ConversationCountsProps) {
  const rated = conversations
    .filter(({ satisfaction }) => satisfaction !== undefined)
    .sort((a, b) => (b.lastActivityAt ?? 0) - (a.lastActivityAt ?? 0));
  const latest = rated[0]?.satisfaction;
  const labels = countLabels(conversations);
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">Conversations held</h3>
      <p>
        {counts.length === 0
          ? 'None'
          : counts.map(({ status, count }) => `${count} ${statusWords[status]}`).join(' · ')}
      </p>
      {labels.length > 0 && (
        <ul aria-label="Labels of these conversations" className="flex flex-wrap gap-1">
          {labels.slice(0, mostLabels).map(({ label, count }) => (
            <li
              key={label}
              className="max-w-full truncate rounded-sm bg-hover px-1.5 py-px text-ink-soft"
            >
              <bdi>{label}</bdi>
              {count > 1 && <span className="text-ink-faint tabular-nums"> {count}</span>}
            </li>
          ))}
        </ul>
      )}
      {latest !== undefined && (
        <p>
          Satisfaction: <bdi>{latest}</bdi>
          {rated.length > 1 && (
            <span className="text-ink-faint"> (latest of {rated.length} ratings)</span>
          )}
        </p>
      )}
    </section>
  );
}

interface TagListProps {
  answer: TagsAnswer;
  /** Epoch ms. */
  now: number;
}

/** The person's tags, each once, and what could not be read and why. */
function TagList({ answer, now }: TagListProps) {
  const { platforms } = usePlatformIndex();
  const labelOf = (name: string) => platforms.get(name)?.label ?? name;
  const tags = mergeTags(answer);
  const gaps = answer.filter(({ problem }) => problem !== undefined);
  if (tags.length === 0 && gaps.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">Tags</h3>
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {tags.map((tag) => (
          <li
            key={tag.value}
            title={tag.platforms.map(labelOf).join(', ')}
            className="max-w-full truncate rounded-sm bg-hover px-1.5 py-px text-ink-soft"
          >
            <bdi>{tag.value}</bdi>
          </li>
        ))}
      </ul>
      {gaps.map(({ platform, problem }) => {
        const clause = problem && reasonWords(problem, { platformLabel: labelOf(platform), now });
        return (
          <p key={platform} className="text-ink-soft">
            Tags in {labelOf(platform)} could not be read
            {clause === undefined ? '' : `: ${clause.what}`}.
          </p>
        );
      })}
    </section>
  );
}

/** The tags of these contacts, asked for while this is shown; `undefined` until they are told. */
function useTags(contacts: readonly Contact[]): TagsAnswer | undefined {
  const [loaded, setLoaded] = useState<{ refs: string; answer: TagsAnswer }>();
  const refs = contacts.map(contactRef).join('\n');
  useEffect(() => {
    let isWanted = true;
    const wanted = { contacts: refs.split('\n').map(parseContactRef) };
    const settle = (answer: TagsAnswer) => {
      if (isWanted) setLoaded({ refs, answer });
    };
    // Without an answer everything else is shown all the same.
    request('people.tags', wanted, tagsAnswerSchema).then(settle, () => settle([]));
    return () => {
      isWanted = false;
    };
  }, [refs]);
  return loaded?.refs === refs ? loaded.answer : undefined;
}

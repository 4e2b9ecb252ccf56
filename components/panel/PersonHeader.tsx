import { type ReactNode, useDeferredValue } from 'react';
import type { Person } from '../../lib/identity/person';
import { languageWords, placeTime } from '../../lib/timeline/local-time';
import { ageWords, exactWords } from '../../lib/timeline/time-words';
import { Avatar } from './Avatar';
import { Identifiers } from './Identifiers';
import { OtherNames } from './OtherNames';
import { useNow } from './use-now';

interface PersonHeaderProps {
  person: Person;
  /** What can be opened from here. */
  children?: ReactNode;
}

/** Who this is: name, picture, company, language, the time where they are, and how to reach them. */
export function PersonHeader({ person, children }: PersonHeaderProps) {
  const now = useNow(60_000);
  const shown = person.name ?? person.placeholderName ?? person.identifiers[0]?.value;
  return (
    <header className="flex flex-col gap-1.5 px-3 pt-3">
      <div className="flex items-center gap-2.5">
        <Avatar key={person.avatarUrls.join(' ')} urls={person.avatarUrls} name={person.name} />
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-baseline gap-2">
            <h1
              dir="auto"
              title={shown}
              className={`truncate font-semibold text-15 ${person.name === undefined ? 'text-ink-soft italic' : ''}`}
            >
              {shown ?? 'Nameless'}
            </h1>
            <OtherNames person={person} />
          </div>
          <Facts person={person} now={now} />
        </div>
        {children}
      </div>
      <div className="-ml-1">
        <Identifiers identifiers={person.identifiers} />
      </div>
    </header>
  );
}

function Facts({ person, now }: { person: Person; now: number }) {
  // A browser takes long to learn a time zone; the timeline does not wait for it.
  const timeZone = useDeferredValue(person.timeZone, undefined);
  const there = timeZone === undefined ? undefined : placeTime(timeZone, now);
  const isPending = timeZone !== person.timeZone;
  const facts = [
    person.company && (
      <span
        key="company"
        dir="auto"
        className="min-w-0 truncate"
        title={`Company: ${person.company}`}
      >
        {person.company}
      </span>
    ),
    person.language && (
      <span
        key="language"
        className="max-w-[45%] shrink-0 truncate"
        title={`Language: ${languageWords(person.language)}`}
      >
        {languageWords(person.language).replace(/ \(.*\)$/, '')}
      </span>
    ),
    there && (
      <span key="time" className="shrink-0" title={`${timeZone} (${there.zone})`}>
        {[there.weekday, there.clock, 'there'].filter(Boolean).join(' ')}
      </span>
    ),
    !there && !isPending && person.location && (
      <span key="location" dir="auto" className="min-w-0 truncate" title="Location">
        {person.location}
      </span>
    ),
    !there && !isPending && !person.location && person.lastSeenAt !== undefined && (
      <span key="seen" className="shrink-0" title={exactWords(person.lastSeenAt)}>
        Seen {ageWords(person.lastSeenAt, now)}
      </span>
    ),
  ].filter(Boolean);
  return (
    <p className="flex min-h-[16px] min-w-0 items-center text-12 text-ink-soft [&>*+*]:before:px-1.5 [&>*+*]:before:text-ink-faint [&>*+*]:before:content-['·']">
      {facts}
    </p>
  );
}

import { t } from '@lingui/core/macro';
import UserRound from 'lucide-react/icons/user-round';
import { lazy, type ReactNode, Suspense, useDeferredValue, useState } from 'react';
import type { Person } from '../../../lib/identity/person';
import { initials, isSameName } from '../../../lib/identity/person-name';
import { itemKey } from '../../../lib/model/ids';
import { formatLanguage } from '../../../lib/text/format-language';
import { formatAge, formatExactTime } from '../../../lib/text/format-time';
import { withAside } from '../../../lib/text/join-words';
import { pictureUrl } from '../../../lib/text/safe-links';
import { timeInZone } from '../../../lib/text/time-in-zone';
import { useNow } from '../../hooks/use-now';
import { HoverHint } from '../../ui/HoverHint';
import { usePlatformIndex } from '../platform-index';

const LazyIdentifiers = lazy(async () => ({
  default: (await import('./Identifiers')).Identifiers,
}));

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
    <header className="flex flex-col px-3 pt-3 in-data-compact:pt-1.5">
      <div className="flex items-center gap-2.5">
        <Avatar key={person.avatarUrls.join(' ')} urls={person.avatarUrls} name={person.name} />
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-baseline gap-2">
            <h1
              dir="auto"
              title={shown}
              className={`truncate font-semibold text-15 ${person.name === undefined ? 'text-ink-soft italic' : ''}`}
            >
              {shown ?? t`No name`}
            </h1>
            <OtherNames person={person} />
          </div>
          <div className="gives-way">
            <Facts person={person} now={now} />
          </div>
        </div>
        {children}
      </div>
      <div className="gives-way -ml-1 pt-1.5">
        {/* As high as one line of them, so that nothing moves when they appear. */}
        <Suspense fallback={<div className="h-[22px]" />}>
          <LazyIdentifiers identifiers={person.identifiers} />
        </Suspense>
      </div>
    </header>
  );
}

function Facts({ person, now }: { person: Person; now: number }) {
  // A browser takes long to load a time zone; the timeline does not wait for it.
  const timeZone = useDeferredValue(person.timeZone, undefined);
  const there = timeZone === undefined ? undefined : timeInZone(timeZone, now);
  const isPending = timeZone !== person.timeZone;
  const { company } = person;
  const language = person.language && formatLanguage(person.language);
  const seen = formatAge(person.lastSeenAt ?? now, now);
  const facts = [
    company && (
      <span
        key="company"
        dir="auto"
        className="min-w-0 truncate max-[299px]:hidden"
        title={t`Company: ${company}`}
      >
        {company}
      </span>
    ),
    language && (
      <span
        key="language"
        className="max-w-[45%] shrink-0 truncate max-[299px]:max-w-[60%]"
        title={t`Language: ${language}`}
      >
        {language.replace(/ ?[(（][^(（]*[)）]$/, '')}
      </span>
    ),
    timeZone !== undefined && there && (
      <span key="time" className="shrink-0" title={withAside(timeZone, there.zone)}>
        {timeThere(there)}
      </span>
    ),
    !there && !isPending && person.location && (
      <span key="location" dir="auto" className="min-w-0 truncate" title={t`Location`}>
        {person.location}
      </span>
    ),
    !there && !isPending && !person.location && person.lastSeenAt !== undefined && (
      <span key="seen" className="shrink-0" title={formatExactTime(person.lastSeenAt)}>
        {t`Seen ${seen}`}
      </span>
    ),
  ].filter(Boolean);
  return (
    <p className="flex min-h-[16px] min-w-0 items-center gap-x-2 text-12 text-ink-soft min-[300px]:gap-x-0 min-[300px]:[&>*+*]:before:px-1.5 min-[300px]:[&>*+*]:before:text-ink-faint min-[300px]:[&>*+*]:before:content-['·']">
      {facts}
    </p>
  );
}

function timeThere({ weekday, clock }: { weekday: string | undefined; clock: string }): string {
  return weekday === undefined ? t`${clock} there` : t`${weekday} ${clock} there`;
}

interface AvatarProps {
  /** Candidates, best first. */
  urls: readonly string[];
  name: string | undefined;
}

/** The person's picture; if it does not load, the next one, and finally the initials. */
function Avatar({ urls, name }: AvatarProps) {
  const [failed, setFailed] = useState<readonly string[]>([]);
  const { connections } = usePlatformIndex();
  const origins = [...connections.values()].flatMap((each) => [each.pageOrigin, each.apiOrigin]);
  const url = urls.find((each) => pictureUrl(each, origins) && !failed.includes(each));
  const letters = initials(name ?? '');
  const frame =
    'flex size-9 shrink-0 items-center justify-center overflow-hidden rounded-full bg-accent-soft text-accent in-data-compact:hidden';
  if (url !== undefined) {
    return (
      <span className={frame}>
        <img
          src={url}
          alt=""
          width={36}
          height={36}
          referrerPolicy="no-referrer"
          className="size-full object-cover"
          onError={() => setFailed((before) => [...before, url])}
        />
      </span>
    );
  }
  return (
    <span aria-hidden className={`${frame} select-none font-semibold text-13`}>
      {letters === '' ? <UserRound size={18} /> : letters}
    </span>
  );
}

/** Says that platforms know the person under other names, and on hover or focus shows those. */
function OtherNames({ person }: { person: Person }) {
  const { platforms } = usePlatformIndex();
  const others = person.names.filter(
    (entry) => person.name !== undefined && !isSameName(entry.name, person.name),
  );
  const first = others.find((entry) => !entry.isPlaceholder);
  if (first === undefined) return null;
  const { name } = first;
  return (
    <HoverHint
      text={
        <ul className="flex flex-col gap-0.5">
          {person.names.map((entry) => (
            <li key={itemKey(entry.connectionId, entry.contactId)}>
              <bdi className="font-medium">{entry.name}</bdi>{' '}
              <span className="text-ink-faint">
                · {platforms.get(entry.platform)?.label ?? entry.platform}
              </span>
            </li>
          ))}
        </ul>
      }
    >
      <button
        type="button"
        className="min-w-10 max-w-[45%] shrink-[50] cursor-default max-[339px]:hidden truncate rounded-sm text-12 text-ink-faint underline decoration-line-strong decoration-dotted underline-offset-2"
      >
        {t`also ${name}`}
      </button>
    </HoverHint>
  );
}

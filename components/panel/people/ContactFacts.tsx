import { mergePerson } from '../../../lib/identity/person';
import type { Contact } from '../../../lib/model/contact';
import { languageWords, placeTime } from '../../../lib/timeline/local-time';
import { ageWords, exactWords } from '../../../lib/timeline/time-words';

/** Where the person is, what they speak, what time it is there, and when they were last seen. */
export function ContactFacts({ contacts, now }: { contacts: readonly Contact[]; now: number }) {
  const person = mergePerson(contacts);
  const there = person.timeZone === undefined ? undefined : placeTime(person.timeZone, now);
  const facts: readonly [string, string | undefined, (string | undefined)?][] = [
    ['Company', person.company],
    ['Language', person.language && languageWords(person.language)],
    ['Location', person.location],
    [
      'Time there',
      there && [there.weekday, there.clock, `(${there.zone})`].filter(Boolean).join(' '),
      person.timeZone,
    ],
    [
      'Last seen',
      person.lastSeenAt === undefined ? undefined : ageWords(person.lastSeenAt, now),
      person.lastSeenAt === undefined ? undefined : exactWords(person.lastSeenAt),
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

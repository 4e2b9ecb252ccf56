import { t } from '@lingui/core/macro';
import { useEffect, useState } from 'react';
import { reasonWords } from '../../../lib/coverage/reason-words';
import { mergeTags } from '../../../lib/identity/merge-details';
import { peopleCommands, type TagsAnswer } from '../../../lib/messaging/people-commands';
import { send } from '../../../lib/messaging/send';
import type { Contact } from '../../../lib/model/contact';
import { parseContactRef, refLines, refsOfLines } from '../../../lib/model/ids';
import { formatList } from '../../../lib/text/format-list';
import { joinSentences } from '../../../lib/text/join-sentences';
import { labelled } from '../../../lib/text/join-words';
import { usePlatformIndex } from '../platform-index';

interface TagListProps {
  answer: TagsAnswer;
  /** Epoch ms. */
  now: number;
}

/** The person's tags, each once, and what could not be read and why. */
export function TagList({ answer, now }: TagListProps) {
  const { platforms } = usePlatformIndex();
  const labelOf = (name: string) => platforms.get(name)?.label ?? name;
  const tags = mergeTags(answer);
  // Two records of one helpdesk lack the same.
  const gaps = new Set(
    answer.flatMap(({ platform, problem }) => {
      if (problem === undefined) return [];
      const label = labelOf(platform);
      const clause = reasonWords(problem, { platformLabel: label, now });
      return [joinSentences(t`Tags in ${label} could not be read.`, clause?.what)];
    }),
  );
  if (tags.length === 0 && gaps.size === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-11 text-ink-faint">{t`Tags`}</h3>
      <ul className="flex flex-wrap gap-1 empty:hidden">
        {tags.map((tag) => (
          <li
            key={tag.value}
            title={labelled(tag.value, formatList(tag.platforms.map(labelOf)))}
            className="max-w-full truncate rounded-sm bg-hover px-1.5 py-px text-ink-soft"
          >
            <bdi>{tag.value}</bdi>
          </li>
        ))}
      </ul>
      {[...gaps].map((sentence) => (
        <p key={sentence} className="text-ink-soft">
          {sentence}
        </p>
      ))}
    </section>
  );
}

/** The tags of these contacts, requested while this is shown; `undefined` until the answer is there. */
export function useTags(contacts: readonly Contact[]): TagsAnswer | undefined {
  const [loaded, setLoaded] = useState<{ refs: string; answer: TagsAnswer }>();
  const refs = refLines(contacts);
  useEffect(() => {
    let isWanted = true;
    const wanted = { contacts: refsOfLines(refs).map(parseContactRef) };
    const settle = (answer: TagsAnswer) => {
      if (isWanted) setLoaded({ refs, answer });
    };
    // Without an answer everything else is still shown.
    send(peopleCommands, 'people.tags', wanted).then(settle, () => settle([]));
    return () => {
      isWanted = false;
    };
  }, [refs]);
  return loaded?.refs === refs ? loaded.answer : undefined;
}

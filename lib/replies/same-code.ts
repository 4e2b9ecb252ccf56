import { plural, t } from '@lingui/core/macro';
import type { Reply } from '../model/reply';
import type { ReplyFormDraft } from '../model/reply-draft';
import { fold } from '../text/fold';
import { type SourceNames, sourceLabel } from './source-words';

/**
 * Says which other responses a person who types this draft's shortcut also finds: case and accents do not
 * distinguish shortcuts. `undefined` where there are none; copies of the same text are left out.
 */
export function sameCodeWords(
  { source, id, shortcut, body }: ReplyFormDraft,
  replies: readonly Reply[],
  names: SourceNames,
): string | undefined {
  const code = fold(shortcut.trim().replace(/^\/+/, ''));
  if (code === '') return undefined;
  const others = replies.filter(
    (reply) =>
      (reply.source !== source || reply.id !== id) &&
      reply.body !== body &&
      fold(reply.shortcut) === code,
  );
  const [first, ...more] = others;
  if (first === undefined) return undefined;
  const { shortcut: theirs } = first;
  const place = sourceLabel(first.source, names);
  const further = more.length;
  return further === 0
    ? t`Same code as “${theirs}” in ${place}. Typing one finds both.`
    : plural(further, {
        one: `Same code as “${theirs}” in ${place} and # more. Typing one finds all of them.`,
        other: `Same code as “${theirs}” in ${place} and # more. Typing one finds all of them.`,
      });
}

import { plural, t } from '@lingui/core/macro';
import type { PlatformDescriptor } from '../model/descriptor';
import type { Reply } from '../model/reply';
import { formatList } from '../text/format-list';
import { joinSentences } from '../text/join-sentences';
import { type ReplyPart, replyPartWord } from './reply-parts';
import { platformOfSource, type SourceNames } from './source-words';

/** The parts of a response that a plain source does not keep; empty when nothing is lost. */
export function lostParts(reply: Omit<Reply, 'source' | 'id'>): ReplyPart[] {
  const { title, shortcut, tags, language, variants, platforms, audience, asWritten } = reply;
  // Without a shortcut the title becomes it.
  const isTitleLost = title.trim() !== '' && shortcut.trim() !== '' && title !== shortcut;
  const parts: [boolean, ReplyPart][] = [
    [isTitleLost, 'title'],
    [tags.length > 0, 'tags'],
    [language !== undefined, 'language'],
    [variants.length > 0, 'variants'],
    [platforms.length > 0, 'platforms'],
    [audience !== undefined, 'audience'],
    [asWritten === true, 'asWritten'],
  ];
  return parts.flatMap(([isLost, part]) => (isLost ? [part] : []));
}

/** The parts of a response that are missing from what a source would keep of it. */
export function lostIn(
  reply: Omit<Reply, 'source' | 'id'>,
  kept: Omit<Reply, 'source' | 'id'>,
): ReplyPart[] {
  const { title, shortcut, tags, language, variants, platforms, audience, asWritten } = kept;
  const isKept: Readonly<Record<ReplyPart, boolean>> = {
    title: title === reply.title,
    // A shortcut that became another one is reported as such.
    shortcut: shortcut !== '' || reply.shortcut.trim() === '',
    tags: reply.tags.every((tag) => tags.includes(tag)),
    language: language === reply.language,
    variants: variants.length === reply.variants.length,
    platforms: platforms.length === reply.platforms.length,
    audience: audience === reply.audience,
    asWritten: asWritten === reply.asWritten,
  };
  return [...lostParts(reply), 'shortcut' as const].filter((part) => !isKept[part]);
}

/** Says that a response is found by a code other than its own where it is put. */
export function newCodeWords(code: string): string {
  return t`Its shortcut becomes “${code}”.`;
}

/**
 * Says before it happens that a source keeps only shortcut and text, and what of this response goes;
 * `undefined` where all of it is kept.
 */
export function lossWords(
  reply: Omit<Reply, 'source' | 'id'>,
  platform: Pick<PlatformDescriptor, 'label' | 'capabilities'> | undefined,
): string | undefined {
  const { plainReplies, repliesHaveCategory } = platform?.capabilities ?? {};
  if (platform === undefined || plainReplies !== true) return undefined;
  const lost = lostParts(reply).map((part) =>
    part === 'tags' && repliesHaveCategory === true
      ? t`tags that are not a category there`
      : replyPartWord(part),
  );
  if (lost.length === 0) return undefined;
  const { label } = platform;
  return joinSentences(
    repliesHaveCategory === true
      ? t`${label} keeps only a name, the text and a category.`
      : t`${label} keeps only the shortcut and the text.`,
    notKeptWords(lost),
  );
}

/** "Not kept: title and tags."; what is lost in words. */
export function notKeptWords(lost: readonly string[]): string {
  const parts = formatList(lost);
  return t`Not kept: ${parts}.`;
}

/**
 * Says what deleted responses of these sources come back without when they are made again, a
 * sentence for each platform; empty where all of them comes back.
 */
export function madeAgainWords(sources: Iterable<string>, names: SourceNames): string {
  const platforms = new Set([...sources].map((source) => platformOfSource(source, names)));
  return joinSentences(
    ...[...platforms].map((platform) => {
      const parts = formatList(platform?.capabilities.notMadeAgain ?? [], 'or');
      if (platform === undefined || parts === '') return undefined;
      const { label } = platform;
      return t`Responses restored in ${label} come back without ${parts}.`;
    }),
  );
}

/** Says that backslashes within words will not go out, and how to keep them; `undefined` where none are. */
export function backslashWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return plural(count, {
    one: '# backslash is read as Markdown and left out. Mark the response as “Insert as written” to keep it.',
    other:
      '# backslashes are read as Markdown and left out. Mark the response as “Insert as written” to keep them.',
  });
}

import type { PlatformDescriptor } from '../model/descriptor';
import type { Reply } from '../model/reply';
import { formatNumber } from '../text/format-number';
import { platformOfSource, type SourceNames } from './source-words';

/** What of a response a plain source does not keep, in words; empty when nothing is lost. */
export function lostParts(reply: Omit<Reply, 'source' | 'id'>): string[] {
  const { title, shortcut, tags, language, variants, platforms, audience, asWritten } = reply;
  // Without a shortcut the title becomes it.
  const isTitleLost = title.trim() !== '' && shortcut.trim() !== '' && title !== shortcut;
  const parts: [boolean, string][] = [
    [isTitleLost, 'title'],
    [tags.length > 0, 'tags'],
    [language !== undefined, 'language'],
    [variants.length > 0, 'texts in other languages'],
    [platforms.length > 0, 'platforms'],
    [audience !== undefined, 'whom it is written for'],
    [asWritten === true, 'that it is inserted as written'],
  ];
  return parts.flatMap(([isLost, part]) => (isLost ? [part] : []));
}

/** What of a response is not in what a source would keep of it, in words. */
export function lostIn(
  reply: Omit<Reply, 'source' | 'id'>,
  kept: Omit<Reply, 'source' | 'id'>,
): string[] {
  const { title, tags, language, variants, platforms, audience, asWritten } = kept;
  const isTagKept = reply.tags.every((tag) => tags.includes(tag));
  const places = {
    title: title === reply.title,
    tags: isTagKept,
    language: language === reply.language,
    'texts in other languages': variants.length === reply.variants.length,
    platforms: platforms.length === reply.platforms.length,
    'whom it is written for': audience === reply.audience,
    'that it is inserted as written': asWritten === reply.asWritten,
  };
  const isKept = new Map(Object.entries(places));
  return lostParts(reply).filter((part) => isKept.get(part) !== true);
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
    part === 'tags' && repliesHaveCategory === true ? 'tags that are no category there' : part,
  );
  if (lost.length === 0) return undefined;
  const kept =
    repliesHaveCategory === true ? 'a name, the text and a category' : 'the shortcut and the text';
  return `${platform.label} keeps only ${kept}. Not kept: ${lost.join(', ')}.`;
}

/**
 * Says what deleted responses of these sources come back without when they are made again, a
 * sentence for each platform; empty where all of them comes back.
 */
export function madeAgainWords(sources: Iterable<string>, names: SourceNames): string {
  const platforms = new Set([...sources].map((source) => platformOfSource(source, names)));
  return [...platforms]
    .flatMap((platform) => {
      const lost = platform?.capabilities.notMadeAgain ?? [];
      if (platform === undefined || lost.length === 0) return [];
      const parts = new Intl.ListFormat('en', { type: 'disjunction' }).format(lost);
      return [`What is made again in ${platform.label} comes back without ${parts}.`];
    })
    .join(' ');
}

/** Says that backslashes within words will not go out, and how to keep them; `undefined` where none are. */
export function backslashWords(count: number): string | undefined {
  if (count === 0) return undefined;
  const what = count === 1 ? 'A backslash is' : `${formatNumber(count)} backslashes are`;
  return `${what} read as Markdown and left out. A response that is marked to be inserted as written keeps all.`;
}

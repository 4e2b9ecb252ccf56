import type { Reply, ReplyContent } from '../model/reply';
import { type ReplyPart, replyParts } from './reply-parts';

/**
 * Whether two responses say the same, letter for letter: everything that somebody can write of one.
 * When and where they were written does not count.
 */
export function isSameReply(a: ReplyContent, b: ReplyContent): boolean {
  return a.body === b.body && differentParts(a, b).length === 0;
}

/** What besides the text is different about two responses. */
export function differentParts(a: ReplyContent, b: ReplyContent): ReplyPart[] {
  const [one, other] = [partsOf(a), partsOf(b)];
  return replyParts.filter((part) => one[part] !== other[part]);
}

/** Everything but the text as texts that can be compared. */
function partsOf(reply: ReplyContent): Record<ReplyPart, string> {
  const variants = reply.variants.map(({ language, body }) => [language, body]);
  return {
    title: reply.title,
    shortcut: reply.shortcut,
    tags: JSON.stringify(reply.tags),
    language: reply.language ?? '',
    variants: JSON.stringify(variants),
    platforms: JSON.stringify(reply.platforms),
    audience: reply.audience ?? '',
    asWritten: String(reply.asWritten ?? false),
  };
}

/** What somebody wrote of a response, without where and when. */
export function contentOf(reply: Reply): ReplyContent {
  const { source: _source, id: _id, updatedAt: _updated, deletedAt: _deleted, ...content } = reply;
  return content;
}

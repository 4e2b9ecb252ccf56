import type { Reply, ReplyContent } from '../model/reply';

/**
 * Whether two responses say the same, letter for letter: everything that somebody can write of one.
 * When and where they were written does not count.
 */
export function isSameReply(a: ReplyContent, b: ReplyContent): boolean {
  return JSON.stringify(written(a)) === JSON.stringify(written(b));
}

/** The same order and nothing left away, so that equal responses become equal texts. */
function written(reply: ReplyContent): unknown[] {
  const { title, shortcut, body, tags, variants, platforms } = reply;
  const texts = variants.map(({ language, body: text }) => [language, text]);
  const { language = '', audience = '', asWritten = false } = reply;
  return [title, shortcut, body, tags, texts, platforms, language, audience, asWritten];
}

/** What somebody wrote of a response, without where and when. */
export function contentOf(reply: Reply): ReplyContent {
  const { source: _source, id: _id, updatedAt: _updated, deletedAt: _deleted, ...content } = reply;
  return content;
}

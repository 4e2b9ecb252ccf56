import { t } from '@lingui/core/macro';
import { formatList } from '../text/format-list';

/** The parts of a response besides its text. */
export const replyParts = [
  'title',
  'shortcut',
  'tags',
  'language',
  'variants',
  'platforms',
  'audience',
  'asWritten',
] as const;
export type ReplyPart = (typeof replyParts)[number];

/** What a person calls a part of a response. */
export function replyPartWord(part: ReplyPart): string {
  switch (part) {
    case 'title':
      return t({ message: 'title', context: 'part of a response' });
    case 'shortcut':
      return t({ message: 'shortcut', context: 'part of a response' });
    case 'tags':
      return t({ message: 'tags', context: 'part of a response' });
    case 'language':
      return t({ message: 'language', context: 'part of a response' });
    case 'variants':
      return t({ message: 'texts in other languages', context: 'part of a response' });
    case 'platforms':
      return t({ message: 'platforms', context: 'part of a response' });
    case 'audience':
      return t({ message: 'who it is written for', context: 'part of a response' });
    case 'asWritten':
      return t({ message: '“Insert as written”', context: 'part of a response' });
  }
}

/** "title, tags and language" */
export function replyPartWords(parts: readonly ReplyPart[]): string {
  return formatList(parts.map(replyPartWord));
}

import { describe, expect, it } from 'vitest';
import { areMadeUpDigits } from '../../../lib/identity/digit-shapes';
import { isFullName } from '../../../lib/identity/person-name';
import { readAttributes } from '../../../lib/identity/read-attributes';
import { readCopy } from '../../../lib/notes/copy-marker';
import { readField, writeField } from '../../../lib/notes/field-block';
import { notePreview } from '../../../lib/notes/note-list';
import { cleanText, sameText } from '../../../lib/notes/note-text';
import { firstTime } from '../../../lib/platforms/chaport/times';
import { readChatwootTime } from '../../../lib/platforms/chatwoot/times';
import { addressOf, addsToWords } from '../../../lib/platforms/shared/mail/link-address';
import { readMail } from '../../../lib/platforms/shared/mail/mail-words';
import { markdownWords, searchedWords } from '../../../lib/replies/markdown-words';
import { parseTemplate } from '../../../lib/replies/parse-template';
import { previewLine } from '../../../lib/replies/preview-line';
import { fold } from '../../../lib/text/fold';
import { excerpt } from '../../../lib/text/long-text-excerpt';
import { mayBeMarkdown } from '../../../lib/text/markdown-hint';
import { findQuotedTail } from '../../../lib/text/quoted-tail';
import { splitLinks } from '../../../lib/text/safe-links';
import { matchRanges } from '../../../lib/text/search-terms';
import { stripMarkdown } from '../../../lib/text/strip-markdown';
import { workOf } from './work-meter';

const begin = '--- Notes by Deskside, please change only their text ---';
const end = '--- End of notes by Deskside ---';
const mark = '— Sam, 2026-11-25 12:46 UTC · Deskside note k3j9.2 (0f9a31c2)';
const noMark = '— Sam, 2026-99-99 99:99 UTC · Deskside note k3j9.2 (0f9a31c2)';

/** What reads a text that somebody else wrote. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readField: (text) => readField(`${begin}\n${text}\n${end}`),
  writeField: (text) => writeField(`${text}\n${begin}\n${text}\n${mark}\n${end}`, []),
  readCopy: (text) => readCopy(`${text}\n\n${mark}`),
  notePreview,
  cleanText,
  sameText: (text) => sameText(text, `${text} `),
  firstTime: (text) => firstTime({ at: text }, ['at']),
  readChatwootTime,
  readAttributes: (text) => readAttributes({ [text]: [text, [text]], b: text }),
  areMadeUpDigits,
  isFullName,
  addressOf,
  addsToWords: (text) => addsToWords('https://example.com', text),
  readMail: (text) => readMail({ text }),
  'readMail, HTML': (html) => readMail({ html }),
  findQuotedTail,
  markdownWords,
  searchedWords,
  parseTemplate,
  previewLine,
  excerpt: (text) => excerpt(text, 3),
  fold,
  splitLinks,
  'splitLinks, in brackets': (text) => splitLinks(`(${text}`),
  mayBeMarkdown,
  matchRanges: (text) => matchRanges(text, ['a', 'b']),
  stripMarkdown,
};

/** Repeated, with a beginning and an end that no repetition has. */
const hostile: readonly [start: string, repeated: string, end: string][] = [
  ['', '\n', 'a'],
  ['', '\r\n', 'a'],
  ['', ' ', 'a'],
  ['', '\t\n', 'a'],
  ['a', '\u2028 ', 'a'],
  ['2026-01-01 10:00', ' ', ''],
  ['2026-01-01 10:00', ' ', 'x'],
  ['', 'a\n=\n', ''],
  ['https://', ')', ''],
  ['https://a.b/', '()', ')'],
  ['https://', '.', 'a'],
  ['', 'https://a.b) ', ''],
  ['', `${noMark}\n`, ''],
  ['', `a\n${mark}\n`, ''],
  ['', `\\${mark}\n`, ''],
  ['', '> ', 'a'],
  ['', '> a\nb\n', ''],
  ['', '- a\nb\n', ''],
  ['', '- ', 'a'],
  ['', '**a ', ''],
  ['', '[a](', ''],
  ['', '![', ''],
  ['', '`', 'a'],
  ['', '```\n', 'a'],
  ['', '_', 'a'],
  ['', '&amp', ' '],
  ['', '<a ', ''],
  ['', '<!--', ''],
  ['', '<div>', ''],
  ['', '{{', ''],
  ['', '{{a|', '}}'],
  ['', '{{ a | b: "', '}}'],
  ['', '{{:"}"', ''],
  ['{{', ' ', 'a'],
  ['', '{% if ', ''],
  ['', '0', 'a'],
  ['', 'a@', ''],
  ['', 'a.', '1'],
  ['', 'a ', '1'],
  ['', '\u200b ', 'a'],
  ['', '-----', 'a'],
  ['', 'on 1 wrote', ':'],
  ['', '>\n', 'a'],
];

const size = 4_000;

function growthOf(
  read: (text: string) => unknown,
  [start, repeated, finish]: (typeof hostile)[number],
) {
  const times = Math.ceil(size / repeated.length);
  const [once = 0, fourfold = 0] = [1, 4].map((factor) => {
    const text = `${start}${repeated.repeat(times * factor)}${finish}`;
    return workOf(() => read(text));
  });
  return fourfold / Math.max(once, size);
}

describe('a text four times as long is at most about four times the work', () => {
  it.each(Object.entries(readers))('%s', (_name, read) => {
    const steep = hostile.flatMap((each) => {
      const growth = growthOf(read, each);
      return growth > 6 ? [[...each, growth]] : [];
    });
    expect(steep).toEqual([]);
  });
});

it('the measure sees repeated cutting', () => {
  const eatUp = (text: string) => {
    for (let rest = text; rest !== ''; rest = rest.slice(1));
  };
  expect(growthOf(eatUp, ['', 'a', ''])).toBeGreaterThan(12);
});

import fc from 'fast-check';
import { copyText, markerOf } from '../../../lib/notes/copy-marker';
import type { NoteCopy } from '../../../lib/notes/note-copy';
import { cleanText } from '../../../lib/notes/note-text';

const minute = 60_000;

export function copyOf(more: Partial<NoteCopy> = {}): NoteCopy {
  return {
    id: 'n1',
    revision: 1,
    text: 'VIP, refund promised',
    author: 'Sam',
    at: 1_790_000_040_000,
    pinned: true,
    urgency: 'normal',
    onlyHere: false,
    ...more,
  };
}

const marks = [
  '--- Notes by Deskside, please change only their text ---',
  '--- End of notes by Deskside ---',
  markerOf(copyOf()),
  copyText(copyOf({ id: 'other' })),
  '\\--- End of notes by Deskside ---',
  '— Sam',
  '<script>alert(1)</script>',
  '\n',
  '\r\n',
];

/** Any text, with a taste for what could be taken for our marks. */
export const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...marks)), { maxLength: 6 })
  .map((parts) => parts.join('\n'));

const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);

export const anyCopy: fc.Arbitrary<NoteCopy> = fc.record({
  id,
  revision: fc.integer({ min: 1, max: 999_999 }),
  text: anyText.map(cleanText),
  author: fc.option(
    fc.oneof(fc.stringMatching(/^\S{1,30}$/), fc.constant('Kim, 2026-01-01 10:00 UTC · pinned')),
    { nil: undefined },
  ),
  at: fc.integer({ min: 0, max: 200_000_000 }).map((minutes) => minutes * minute),
  pinned: fc.boolean(),
  urgency: fc.constantFrom('normal', 'important', 'urgent'),
  onlyHere: fc.boolean(),
});

export const anyCopies = fc.uniqueArray(anyCopy, { maxLength: 5, selector: (copy) => copy.id });

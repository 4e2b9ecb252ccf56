import { expect, it } from 'vitest';
import type { NoteRow } from '../../../lib/model/note';
import { withVersion } from '../../../lib/notes/note-versions';

const note = (given: Partial<NoteRow>): NoteRow => ({
  id: 'n',
  revision: 1,
  text: 'one',
  at: 1,
  contacts: [],
  pinned: false,
  urgency: 'normal',
  scope: { kind: 'everywhere' },
  createdAt: 1,
  versions: [],
  ...given,
});

it('keeps the first and the last of a long history and says how many were between', () => {
  let written = note({ text: 'text 1' });
  for (let count = 2; count <= 200; count += 1) {
    written = withVersion(written, { revision: count, text: `text ${count}`, at: count });
  }
  const texts = written.versions.map(({ text }) => text);
  expect(texts).toHaveLength(50);
  expect(texts.slice(0, 2)).toEqual(['text 199', 'text 198']);
  expect(texts.slice(-2)).toEqual(['text 2', 'text 1']);
  expect(texts.length + (written.droppedVersions ?? 0)).toBe(199);
});

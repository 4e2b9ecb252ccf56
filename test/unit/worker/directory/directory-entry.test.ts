import { describe, expect, it } from 'vitest';
import {
  directoryEntry,
  isUnchanged,
  provesPosition,
} from '../../../../lib/worker/directory/directory-entry';
import { contact } from '../world';

const listed = contact('chaport', '1', { name: 'Ana', lastSeenAt: 5, fetchedAt: 9 });

describe('a list entry', () => {
  it('does not pass for a fetch of the contact', () => {
    expect(directoryEntry(undefined, listed)).toMatchObject({ fetchedAt: 0, listed: true });
  });

  it('keeps what a real fetch said beyond it, and since when that is known', () => {
    const fetched = { ...listed, name: 'Anna', company: 'Lamps', fetchedAt: 3 };
    const entry = directoryEntry(fetched, listed);
    expect(entry).toMatchObject({ name: 'Ana', company: 'Lamps', fetchedAt: 3 });
  });

  it('takes no room for what is absent', () => {
    expect(directoryEntry(undefined, { ...listed, company: undefined })).not.toHaveProperty(
      'company',
    );
  });

  it('need not be stored twice', () => {
    const entry = directoryEntry(undefined, listed);
    expect(isUnchanged(undefined, entry)).toBe(false);
    expect(isUnchanged(entry, directoryEntry(entry, listed))).toBe(true);
    expect(isUnchanged(entry, directoryEntry(entry, { ...listed, name: 'Anna' }))).toBe(false);
  });
});

describe('a position in the list', () => {
  const entry = directoryEntry(undefined, listed);

  it('is proved by the same time for somebody who was listed before', () => {
    expect(provesPosition(entry, entry)).toBe(true);
    expect(provesPosition(entry, { ...entry, lastSeenAt: 6 })).toBe(false);
  });

  it('is not proved by somebody seen elsewhere, nor without a time', () => {
    expect(provesPosition(listed, entry)).toBe(false);
    const timeless = { ...entry, lastSeenAt: undefined };
    expect(provesPosition(timeless, timeless)).toBe(false);
  });
});

import { readField, writeField } from './block';
import type { NoteCopy, ReadCopy } from './copy';
import { sameText } from './text';

/** Copies to put into a text field, and ids of notes to take out of it. */
export interface FieldChange {
  put: readonly NoteCopy[];
  remove: readonly string[];
}

/** The field after the change; notes keep their order, new ones come last. */
export function changedField(field: string, { put, remove }: FieldChange): string {
  const wanted = new Map(put.map((copy) => [copy.id, copy]));
  const { copies } = readField(field);
  const kept = copies
    .filter(({ id }) => !remove.includes(id))
    .map((copy) => wanted.get(copy.id) ?? copy);
  const known = new Set(kept.map(({ id }) => id));
  return writeField(field, [...kept, ...put.filter(({ id }) => !known.has(id))]);
}

/** Whether a field that was read again shows the change. */
export function showsChange(field: string, { put, remove }: FieldChange): boolean {
  const { copies } = readField(field);
  const held = new Map(copies.map((copy) => [copy.id, copy]));
  return (
    put.every((copy) => isWritten(copy, held.get(copy.id))) && !remove.some((id) => held.has(id))
  );
}

function isWritten(copy: NoteCopy, held: ReadCopy | undefined): boolean {
  return (
    held !== undefined &&
    !held.edited &&
    held.revision === copy.revision &&
    sameText(held.text, copy.text)
  );
}

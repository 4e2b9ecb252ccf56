import { readField, writeField } from './field-block';
import type { NoteCopy, ReadCopy } from './note-copy';
import { sameText } from './note-text';

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
  const byId = new Map(copies.map((copy) => [copy.id, copy]));
  return (
    put.every((copy) => isWritten(copy, byId.get(copy.id))) && !remove.some((id) => byId.has(id))
  );
}

function isWritten(copy: NoteCopy, found: ReadCopy | undefined): boolean {
  return (
    found !== undefined &&
    !found.edited &&
    found.revision === copy.revision &&
    sameText(found.text, copy.text)
  );
}

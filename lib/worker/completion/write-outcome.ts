import { isAlteredValue, isSameValue } from '../../identity/contact-field-values';
import type { ContactWriteRow } from '../../model/completion';
import type { FieldAsRead } from '../../platforms/contract/contact-fields';

/** What a field shows of a write, or of its undoing. */
export type WriteOutcome =
  /** The value, as the platform keeps it. */
  | { kind: 'kept'; text: string }
  /** What the platform made of it. */
  | { kind: 'altered'; text: string }
  /** The field looks as if nothing had been sent. */
  | { kind: 'as-before' }
  /** It was taken back. */
  | { kind: 'undone' }
  /** Somebody else wrote. */
  | { kind: 'other'; text: string };

interface Look {
  isList: boolean;
  /** What was there right before, where that is still known. */
  known?: readonly string[] | undefined;
}

/**
 * What a field shows of a write whose row is `sending`, or of the undoing of one that is `undoing`. A
 * value that was written was not there before.
 */
export function outcomeOf(row: ContactWriteRow, now: FieldAsRead, look: Look): WriteOutcome {
  return row.state === 'undoing' ? afterUndoing(row, now, look) : afterWriting(row, now, look);
}

function afterUndoing(row: ContactWriteRow, now: FieldAsRead, { isList }: Look): WriteOutcome {
  const { value, after = value, before } = row;
  if (now.texts.includes(after)) return { kind: 'as-before' };
  const current = isList ? undefined : currentOf(now);
  const isBack = before === undefined || current === before || before.trim() === (current ?? '');
  return isBack ? { kind: 'undone' } : { kind: 'other', text: current ?? '' };
}

function afterWriting(
  row: ContactWriteRow,
  now: FieldAsRead,
  { isList, known }: Look,
): WriteOutcome {
  const { field, value, before } = row;
  const kept = now.texts.find((text) => isSameValue(field, text, value));
  if (kept !== undefined) return { kind: 'kept', text: kept };
  if (isList) {
    const fresh = known === undefined ? [] : now.texts.filter((text) => !known.includes(text));
    const altered = fresh.find((text) => isAlteredValue(value, text));
    return altered === undefined ? { kind: 'as-before' } : { kind: 'altered', text: altered };
  }
  const current = currentOf(now);
  if ((current ?? '').trim() === (before ?? '').trim()) return { kind: 'as-before' };
  const text = current ?? '';
  return isAlteredValue(value, text) ? { kind: 'altered', text } : { kind: 'other', text };
}

/** The texts that say something, in a field with a single value. */
export function currentOf({ texts, replaced }: FieldAsRead): string | undefined {
  return [replaced ?? '', ...texts].find((text) => text.trim() !== '');
}

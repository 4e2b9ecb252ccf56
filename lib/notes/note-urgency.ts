import { t } from '@lingui/core/macro';
import type { NoteUrgency } from '../model/note';

const rank: Readonly<Record<NoteUrgency, number>> = { normal: 0, important: 1, urgent: 2 };

/** Orders urgencies, the greatest first. */
export function mostUrgentFirst(one: NoteUrgency, other: NoteUrgency): number {
  return rank[other] - rank[one];
}

/** How urgent a note is, in a word. */
export function urgencyWord(urgency: NoteUrgency): string {
  switch (urgency) {
    case 'normal':
      return t({ message: 'Normal', context: 'urgency of a note' });
    case 'important':
      return t({ message: 'Important', context: 'urgency of a note' });
    case 'urgent':
      return t({ message: 'Urgent', context: 'urgency of a note' });
  }
}

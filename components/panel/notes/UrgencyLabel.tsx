import { t } from '@lingui/core/macro';
import type { NoteUrgency } from '../../../lib/model/note';

interface UrgencyStyle {
  /** Frame and ground of a card. */
  card: string;
  /** Colour of the label. */
  ink: string;
}

/** How urgent notes look: always a word, never the colour alone. */
export const urgencyStyles: Readonly<Record<NoteUrgency, UrgencyStyle>> = {
  normal: { card: 'border-note-line border-l-note-line bg-note', ink: 'text-note-ink' },
  important: { card: 'border-note-line border-l-warn bg-note', ink: 'text-warn' },
  urgent: { card: 'border-note-line border-l-bad bg-bad-soft', ink: 'text-bad' },
};

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

/** The word for a note that is more than normally urgent; nothing for a normal one. */
export function UrgencyLabel({ urgency }: { urgency: NoteUrgency }) {
  if (urgency === 'normal') return null;
  const { ink } = urgencyStyles[urgency];
  return (
    <span className={`shrink-0 font-semibold uppercase tracking-wide ${ink}`}>
      {urgencyWord(urgency)}
    </span>
  );
}

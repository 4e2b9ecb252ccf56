import type { NoteUrgency } from '../../../lib/model/note';

interface UrgencyStyle {
  /** Said besides the colour. */
  label: string;
  /** Frame and ground of a card. */
  card: string;
  /** Colour of the label. */
  ink: string;
}

/** How urgent notes look: always a word, never the colour alone. */
export const urgencyStyles: Readonly<Record<NoteUrgency, UrgencyStyle>> = {
  normal: {
    label: 'Normal',
    card: 'border-note-line border-l-note-line bg-note',
    ink: 'text-note-ink',
  },
  important: {
    label: 'Important',
    card: 'border-note-line border-l-warn bg-note',
    ink: 'text-warn',
  },
  urgent: { label: 'Urgent', card: 'border-note-line border-l-bad bg-bad-soft', ink: 'text-bad' },
};

/** The word for a note that is more than normally urgent; nothing for a normal one. */
export function UrgencyLabel({ urgency }: { urgency: NoteUrgency }) {
  if (urgency === 'normal') return null;
  const { label, ink } = urgencyStyles[urgency];
  return <span className={`shrink-0 font-semibold uppercase tracking-wide ${ink}`}>{label}</span>;
}

import type { NoteUrgency } from '../../../lib/model/note';

interface UrgencyLook {
  /** Said besides the colour. */
  label: string;
  /** Frame and ground of a card. */
  card: string;
  /** Colour of the label. */
  ink: string;
}

/** How urgent notes look: always a word, never the colour alone. */
export const urgencyLooks: Readonly<Record<NoteUrgency, UrgencyLook>> = {
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

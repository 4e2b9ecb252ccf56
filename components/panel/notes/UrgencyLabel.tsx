import type { NoteUrgency } from '../../../lib/model/note';
import { urgencyLooks } from './urgency-looks';

/** The word for a note that is more than normally urgent; nothing for a normal one. */
export function UrgencyLabel({ urgency }: { urgency: NoteUrgency }) {
  if (urgency === 'normal') return null;
  const { label, ink } = urgencyLooks[urgency];
  return <span className={`shrink-0 font-semibold uppercase tracking-wide ${ink}`}>{label}</span>;
}

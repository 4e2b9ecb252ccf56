import type { Frame } from '../../../lib/storage/panel-queries';

interface NotesTabProps {
  frame: Frame;
  anchor: string;
  windowId: number;
}

/** The notes of the person: read, write, pin. */
export function NotesTab(_props: NotesTabProps) {
  return null;
}

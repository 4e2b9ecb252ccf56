import type { Frame } from '../../../lib/storage/panel-queries';

interface PinnedNotesProps {
  frame: Frame;
  anchor: string;
}

/** The pinned notes of the person, whatever part of the panel is chosen. */
export function PinnedNotes(_props: PinnedNotesProps) {
  return null;
}

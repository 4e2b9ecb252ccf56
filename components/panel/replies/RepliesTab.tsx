import type { Person } from '../../../lib/identity/person';
import type { Frame } from '../../../lib/storage/panel-queries';

interface RepliesTabProps {
  frame: Frame;
  anchor: string;
  windowId: number;
  person: Person;
}

/** Canned responses: find one and put it into the composer. */
export function RepliesTab(_props: RepliesTabProps) {
  return null;
}

import { useEffect } from 'react';
import type { Person } from '../../../lib/identity/person';
import type { Frame } from '../../../lib/storage/panel-queries';
import { useLibrary } from '../../replies/use-library';
import { usePanelCommand } from '../use-panel-command';
import { Responses } from './Responses';

interface RepliesTabProps {
  frame: Frame;
  /** Of whose conversation this is; another one begins anew. */
  anchor: string;
  windowId: number;
  /** Absent while nobody knows who this is. */
  person: Person | undefined;
}

/** Canned responses: find one and put it into the composer. */
export function RepliesTab({ frame, anchor, windowId, person }: RepliesTabProps) {
  const library = useLibrary();
  const send = usePanelCommand();
  useEffect(() => send('replies.refresh', { force: false }), [send]);
  if (library === undefined) return null;
  return (
    <Responses key={anchor} frame={frame} windowId={windowId} person={person} library={library} />
  );
}

import { useEffect, useRef } from 'react';
import type { Person } from '../../../lib/identity/person';
import type { Frame } from '../../../lib/storage/panel-queries';
import { useLibrary } from '../../replies/use-library';
import { usePanelCommand } from '../use-panel-command';
import { usePanelView } from '../view-store';
import { useFormStore } from './form-store';
import { NewResponse } from './NewResponse';
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
  const { draft, openedAt, keep } = useFormStore();
  const wishes = usePanelView((view) => view.replyWishes);
  // The form begins with what was kept, and then holds it itself.
  const initial = useRef(draft);
  if (draft === undefined || openedAt !== wishes) initial.current = undefined;
  else initial.current ??= draft;
  if (library === undefined) return null;
  if (initial.current !== undefined) {
    return (
      <NewResponse
        initial={initial.current}
        sources={library.sources}
        onChange={keep}
        onClose={() => keep(undefined)}
      />
    );
  }
  return (
    <Responses key={anchor} frame={frame} windowId={windowId} person={person} library={library} />
  );
}

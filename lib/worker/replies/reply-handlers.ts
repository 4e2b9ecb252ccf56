import type { ScreenRow } from '../../model/screen';
import type { WorkerPorts } from '../ports';
import type { Handlers } from '../router';
import { insertInto, undoIn } from './insertions';
import { pageLink } from './page-link';
import { libraryHandlers } from './reply-library';
import type { ReplyPorts } from './reply-ports';

type ReplyHandlers = Pick<
  Handlers,
  | 'panel.insert'
  | 'panel.undo-insert'
  | 'replies.refresh'
  | 'replies.save'
  | 'replies.remove'
  | 'replies.restore'
  | 'replies.import'
  | 'replies.team'
>;

/** What the worker does for each message about canned responses. */
export function replyHandlers(
  ports: WorkerPorts,
  lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
  replyPorts: ReplyPorts,
): ReplyHandlers {
  return {
    ...libraryHandlers(ports, replyPorts),
    'panel.insert': (command) => insertInto(ports, pageLink, lookAtWindow, command),
    'panel.undo-insert': ({ windowId }) => undoIn(pageLink, lookAtWindow, windowId),
  };
}

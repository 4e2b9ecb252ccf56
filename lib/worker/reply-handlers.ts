import type { ScreenRow } from '../model/screen';
import type { WorkerPorts } from './ports';
import { libraryHandlers } from './reply-library';
import type { ReplyPorts } from './reply-ports';
import type { Handlers } from './router';

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
  _lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
  replyPorts: ReplyPorts,
): ReplyHandlers {
  return {
    ...libraryHandlers(ports, replyPorts),
    'panel.insert': async () => undefined,
    'panel.undo-insert': async () => undefined,
  };
}

import type { ScreenRow } from '../model/screen';
import { insertInto, undoIn } from './insertions';
import { pageLink } from './page-link';
import type { WorkerPorts } from './ports';
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
  lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): ReplyHandlers {
  return {
    'panel.insert': (command) => insertInto(ports, pageLink, lookAtWindow, command),
    'panel.undo-insert': ({ windowId }) => undoIn(pageLink, lookAtWindow, windowId),
    'replies.refresh': async () => undefined,
    'replies.save': async () => undefined,
    'replies.remove': async () => undefined,
    'replies.restore': async () => undefined,
    'replies.import': async () => undefined,
    'replies.team': async () => undefined,
  };
}

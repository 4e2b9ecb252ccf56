import type { ScreenRow } from '../model/screen';
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
  _ports: WorkerPorts,
  _lookAtWindow: (windowId: number) => Promise<ScreenRow | undefined>,
): ReplyHandlers {
  return {
    'panel.insert': async () => undefined,
    'panel.undo-insert': async () => undefined,
    'replies.refresh': async () => undefined,
    'replies.save': async () => undefined,
    'replies.remove': async () => undefined,
    'replies.restore': async () => undefined,
    'replies.import': async () => undefined,
    'replies.team': async () => undefined,
  };
}

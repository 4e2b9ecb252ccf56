import type { WorkerPorts } from './ports';
import type { Handlers } from './router';

type NoteHandlers = Pick<
  Handlers,
  | 'notes.save'
  | 'notes.delete'
  | 'notes.restore'
  | 'notes.resolve'
  | 'notes.retry'
  | 'notes.discard'
  | 'notes.draft'
  | 'notes.refresh'
>;

/** What the worker does for each message about notes. */
export function noteHandlers(_ports: WorkerPorts): NoteHandlers {
  return {
    'notes.save': async () => undefined,
    'notes.delete': async () => undefined,
    'notes.restore': async () => undefined,
    'notes.resolve': async () => undefined,
    'notes.retry': async () => undefined,
    'notes.discard': async () => undefined,
    'notes.draft': async () => undefined,
    'notes.refresh': async () => undefined,
  };
}

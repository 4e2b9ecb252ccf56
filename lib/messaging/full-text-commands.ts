import * as v from 'valibot';
import { command, done } from './define-command';

/** Commands about the full-text index; searching reads it in the database. */
export const fullTextCommands = {
  /** Continue building it although it was given up for lack of storage. */
  'index.go-on': command(['panel'], v.object({}), done),
} as const;

import * as v from 'valibot';
import { command, done } from './command';

/** What is asked of the full-text index; searching reads it in the database. */
export const fullTextCommands = {
  /** Go on with it though it was given up for lack of storage. */
  'index.go-on': command(['panel'], v.object({}), done),
} as const;

import type { Reply } from '../model/reply';

/** Version of the file's form; a reader takes every version it knows. */
const VERSION = 1;

/**
 * Canned responses as a JSON file: to keep, to import elsewhere, or to publish as a team's library.
 * Without what only this browser knows. `writeCsv` makes a table of them.
 */
export function writeJson(replies: readonly Reply[]): string {
  const plain = replies.map(
    ({ source: _source, updatedAt: _at, deletedAt: _gone, ...rest }) => rest,
  );
  return `${JSON.stringify({ deskside: 'canned responses', version: VERSION, replies: plain }, null, 2)}\n`;
}

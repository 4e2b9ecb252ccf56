import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readImport } from '../../../../lib/replies/import';
import type { FileReplies } from '../../../../lib/replies/reply-file';

/** A file of another tool, read. */
export function readToolFile(name: string): FileReplies {
  const file = readImport(readFileSync(path.join(import.meta.dirname, 'files', name), 'utf8'));
  if ('problem' in file) throw new Error(file.problem);
  return file;
}

/** What one of its entries became, by its shortcut or title. */
export function entryOf({ replies, skipped, told = [] }: FileReplies, name: string) {
  const taken = replies.find(({ reply }) => reply.shortcut === name || reply.title === name);
  const row = taken?.row ?? skipped.find((each) => each.name === name)?.row;
  return {
    ...taken?.reply,
    told: told.find((each) => each.row === row)?.why,
    refused: skipped.find((each) => each.row === row)?.why,
  };
}

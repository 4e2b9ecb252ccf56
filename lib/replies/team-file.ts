import { type Reply, TEAM_SOURCE } from '../model/reply';
import { type FileReply, readReplyFile } from './file';

/**
 * A team's library from the parsed JSON of its file, with the entries that are not taken, each with
 * the reason in words. Ids are the file's, else made of the shortcut or title, so that they stay the
 * same from one version of the file to the next. `undefined` when it is no such file.
 */
export function readTeamFile(json: unknown): { replies: Reply[]; dropped: string[] } | undefined {
  const file = readReplyFile(json);
  if (file === undefined) return undefined;
  const byId = new Map<string, Reply>();
  const dropped = file.skipped.map(({ row, name, why }) => told(row, name, why));
  for (const { row, reply } of file.replies) {
    const id = reply.id ?? idOf(reply);
    if (byId.has(id)) dropped.push(told(row, reply.title, 'Another entry has its id or shortcut.'));
    else byId.set(id, { ...reply, source: TEAM_SOURCE, id });
  }
  return { replies: [...byId.values()], dropped };
}

function idOf({ shortcut, title }: FileReply): string {
  return shortcut === '' ? `title ${title}` : `shortcut ${shortcut}`;
}

function told(row: number, name: string, why: string): string {
  return name === '' ? `Entry ${row}: ${why}` : `Entry ${row}, “${name}”: ${why}`;
}

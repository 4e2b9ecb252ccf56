import { matchPatternOf } from '../model/match-patterns';
import { type Reply, TEAM_SOURCE } from '../model/reply';
import { type FileReply, readReplyFile } from './reply-file';

/**
 * A team's library from the parsed JSON of its file, with the entries that are not taken, each with
 * the reason in words. Ids are the file's, else made of the shortcut or title, so that they stay the
 * same from one version of the file to the next. `undefined` when it is no such file.
 */
export function readTeamFile(json: unknown): { replies: Reply[]; dropped: string[] } | undefined {
  const file = readReplyFile(json);
  if (file === undefined) return undefined;
  const byId = new Map<string, Reply>();
  const dropped = file.skipped.map(({ row, name, why }) => entryProblem(row, name, why));
  for (const { row, reply } of file.replies) {
    const id = reply.id ?? idOf(reply);
    if (byId.has(id))
      dropped.push(entryProblem(row, reply.title, 'Another entry has its id or shortcut.'));
    else byId.set(id, { ...reply, source: TEAM_SOURCE, id });
  }
  return { replies: [...byId.values()], dropped };
}

function idOf({ shortcut, title }: FileReply): string {
  return shortcut === '' ? `title ${title}` : `shortcut ${shortcut}`;
}

function entryProblem(row: number, name: string, why: string): string {
  return name === '' ? `Entry ${row}: ${why}` : `Entry ${row}, “${name}”: ${why}`;
}

/**
 * The address of a team's file, checked: https, no name or password in it. A problem is for a
 * person.
 */
export function readTeamAddress(url: string): { address: string } | { problem: string } {
  const text = url.trim();
  if (!URL.canParse(text)) {
    return { problem: 'This is not an address. It begins with https:// and leads to a JSON file.' };
  }
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:') {
    return {
      problem:
        'The address must begin with https://, so that nobody can change the file on its way.',
    };
  }
  if (username !== '' || password !== '') {
    return {
      problem: 'Leave name and password out of the address: it is shown and kept in the open.',
    };
  }
  const address = new URL(text);
  address.hash = '';
  return { address: address.href };
}

/** The match pattern of the browser's permission that fetching the file needs. */
export function teamPermission(address: string): string {
  return matchPatternOf(address);
}

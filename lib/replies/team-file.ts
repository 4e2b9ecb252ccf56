import { t } from '@lingui/core/macro';
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
      dropped.push(entryProblem(row, reply.title, t`Another entry has the same id or shortcut.`));
    else byId.set(id, { ...reply, source: TEAM_SOURCE, id });
  }
  return { replies: [...byId.values()], dropped };
}

function idOf({ shortcut, title }: FileReply): string {
  return shortcut === '' ? `title ${title}` : `shortcut ${shortcut}`;
}

function entryProblem(row: number, name: string, why: string): string {
  return name === '' ? t`Entry ${row}: ${why}` : t`Entry ${row}, “${name}”: ${why}`;
}

/**
 * The address of a team's file, checked: https, no name or password in it. A problem is for a
 * person.
 */
export function readTeamAddress(url: string): { address: string } | { problem: string } {
  const text = url.trim();
  if (!URL.canParse(text)) {
    return {
      problem: t`This is not an address. Enter one that starts with https:// and leads to a JSON file.`,
    };
  }
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:') {
    return {
      problem: t`The address must start with https://, so that nobody can change the file on its way.`,
    };
  }
  if (username !== '' || password !== '') {
    return {
      problem: t`Leave the name and password out of the address: it is shown and stored unencrypted.`,
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

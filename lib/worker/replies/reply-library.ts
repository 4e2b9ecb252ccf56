import type { ReplyAnswer } from '../../messaging/answers';
import type { Payload } from '../../messaging/protocol';
import type { Connection } from '../../model/connection';
import { OWN_SOURCE, TEAM_SOURCE } from '../../model/reply';
import { readTeamAddress } from '../../replies/team-address';
import type { WorkerPorts } from '../ports';
import type { Handlers } from '../router';
import { importOwn, removeOwn, restoreOwn, saveOwn } from './own-library';
import type { ReplyPorts } from './reply-ports';
import { refreshReplies } from './reply-refresh';
import { refreshTeam } from './reply-team';
import { failed, writeFailure } from './reply-words';

type LibraryHandlers = Pick<
  Handlers,
  | 'replies.refresh'
  | 'replies.save'
  | 'replies.remove'
  | 'replies.restore'
  | 'replies.import'
  | 'replies.team'
>;

/** What the worker does for each message about the libraries. */
export function libraryHandlers(ports: WorkerPorts, replyPorts: ReplyPorts): LibraryHandlers {
  // One after the other: a second panel finds fresh what the first has fetched.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    'replies.refresh': ({ force }) => inTurn(() => refreshReplies(ports, replyPorts, { force })),
    'replies.save': ({ reply }) =>
      reply.source === OWN_SOURCE
        ? saveOwn(ports, reply, () => replyPorts.newId())
        : saveThere(ports, reply),
    'replies.remove': ({ source, id }) =>
      source === OWN_SOURCE ? removeOwn(ports, id) : removeThere(ports, source, id),
    'replies.restore': async ({ source, id }) =>
      source === OWN_SOURCE
        ? restoreOwn(ports, id)
        : failed('Only responses of your own library can be restored.'),
    'replies.import': ({ replies }) => importOwn(ports, replies),
    'replies.team': async ({ url }): Promise<ReplyAnswer> => {
      const read = url.trim() === '' ? { address: undefined } : readTeamAddress(url);
      if ('problem' in read) return failed(read.problem);
      if ((await replyPorts.teamAddress())?.isManaged === true) {
        return failed('Your administrator set the address of the team’s library.');
      }
      await replyPorts.keepTeamAddress(read.address);
      await inTurn(() => refreshTeam(ports, replyPorts, () => true));
      return { kind: 'ok' };
    },
  };
}

const cannotWrite = (name: string): ReplyAnswer =>
  failed(`The responses of ${name} can only be read here. Copy this one to your own library.`);

async function saveThere(
  ports: WorkerPorts,
  draft: Payload<'replies.save'>['reply'],
): Promise<ReplyAnswer> {
  if (draft.source === TEAM_SOURCE) return cannotWrite('the team’s library');
  const connection = await ports.database.connections.get(draft.source);
  if (connection === undefined) return disconnected;
  const api = ports.apiOf(connection);
  const platform = labelOf(ports, connection);
  if (api.saveReply === undefined) return cannotWrite(platform);
  try {
    const saved = await api.saveReply(draft, AbortSignal.timeout(60_000));
    await ports.database.replies.put(saved);
    return { kind: 'ok', id: saved.id };
  } catch (error) {
    return writeFailure(error, platform);
  }
}

async function removeThere(ports: WorkerPorts, source: string, id: string): Promise<ReplyAnswer> {
  if (source === TEAM_SOURCE) return cannotWrite('the team’s library');
  const connection = await ports.database.connections.get(source);
  if (connection === undefined) return disconnected;
  const api = ports.apiOf(connection);
  const platform = labelOf(ports, connection);
  if (api.removeReply === undefined) return cannotWrite(platform);
  try {
    await api.removeReply(id, AbortSignal.timeout(60_000));
    await ports.database.replies.delete([source, id]);
    return { kind: 'ok', id };
  } catch (error) {
    return writeFailure(error, platform);
  }
}

const disconnected = failed(
  'This account is no longer connected. Choose another place to save to.',
);

function labelOf(ports: WorkerPorts, { platform }: Connection): string {
  return ports.definitionOf(platform).descriptor.label;
}

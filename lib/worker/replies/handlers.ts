import { withLock } from '../../async/with-lock';
import type { Payload } from '../../messaging/commands';
import type { ReplyAnswer, replyCommands } from '../../messaging/reply-commands';
import type { Connection } from '../../model/connection';
import { OWN_SOURCE, TEAM_SOURCE } from '../../model/reply';
import type { ScreenRow } from '../../model/screen';
import { readTeamAddress } from '../../replies/team-file';
import type { WorkerPorts } from '../ports';
import type { HandlersOf } from '../router';
import { keepFillDraft, keepReplyDraft } from './drafts';
import { replyFailed, replyWriteFailure } from './failure-words';
import { insertOnPage, undoOnPage } from './insertions';
import { importOwn, removeOwn, restoreOwn, saveOwn } from './own-library';
import { pageLink } from './page-link';
import type { ReplyPorts } from './ports';
import { refreshReplies } from './refresh';
import { refreshTeam } from './team-library';

type ReplyHandlers = HandlersOf<typeof replyCommands>;

/** What the worker does for each message about canned responses. */
export function replyHandlers(
  ports: WorkerPorts,
  screenOfWindow: (windowId: number) => Promise<ScreenRow | undefined>,
  replyPorts: ReplyPorts,
): ReplyHandlers {
  return {
    ...libraryHandlers(ports, replyPorts),
    'panel.insert': (command) => insertOnPage(ports, pageLink, screenOfWindow, command),
    'panel.undo-insert': ({ windowId }) => undoOnPage(pageLink, screenOfWindow, windowId),
  };
}

type LibraryHandlers = Omit<ReplyHandlers, 'panel.insert' | 'panel.undo-insert'>;

/** What the worker does for each message about the libraries. */
export function libraryHandlers(ports: WorkerPorts, replyPorts: ReplyPorts): LibraryHandlers {
  // One after the other: a second panel finds fresh what the first has fetched.
  const inItsTurn = (work: () => Promise<void>): Promise<void> =>
    withLock(ports.database, 'replies', work);

  return {
    'replies.refresh': ({ force }) => inItsTurn(() => refreshReplies(ports, replyPorts, { force })),
    'replies.save': ({ reply }) =>
      reply.source === OWN_SOURCE
        ? saveOwn(ports, reply, () => replyPorts.newId())
        : saveOnPlatform(ports, reply),
    'replies.draft': ({ draft }) => keepReplyDraft(ports, draft),
    'replies.fill': (fill) => keepFillDraft(ports, fill),
    'replies.remove': ({ source, id }) =>
      source === OWN_SOURCE ? removeOwn(ports, id) : removeOnPlatform(ports, source, id),
    'replies.restore': async ({ source, id }) =>
      source === OWN_SOURCE
        ? restoreOwn(ports, id)
        : replyFailed('Only responses of your own library can be restored.'),
    'replies.import': ({ replies }) => importOwn(ports, replies),
    'replies.team': async ({ url }): Promise<ReplyAnswer> => {
      const read = url.trim() === '' ? { address: undefined } : readTeamAddress(url);
      if ('problem' in read) return replyFailed(read.problem);
      if ((await replyPorts.teamAddress())?.isManaged === true) {
        return replyFailed('Your administrator set the address of the team’s library.');
      }
      await replyPorts.keepTeamAddress(read.address);
      await inItsTurn(() => refreshTeam(ports, replyPorts, () => true));
      return { kind: 'ok' };
    },
  };
}

const cannotWrite = (name: string): ReplyAnswer =>
  replyFailed(`The responses of ${name} can only be read here. Copy this one to your own library.`);

async function saveOnPlatform(
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
    return replyWriteFailure(error, platform);
  }
}

async function removeOnPlatform(
  ports: WorkerPorts,
  source: string,
  id: string,
): Promise<ReplyAnswer> {
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
    return replyWriteFailure(error, platform);
  }
}

const disconnected = replyFailed(
  'This account is no longer connected. Choose another place to save to.',
);

function labelOf(ports: WorkerPorts, { platform }: Connection): string {
  return ports.definitionOf(platform).descriptor.label;
}

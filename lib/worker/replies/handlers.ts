import { t } from '@lingui/core/macro';
import type { ReplyAnswer, replyCommands } from '../../messaging/reply-commands';
import { OWN_SOURCE } from '../../model/reply';
import type { ScreenRow } from '../../model/screen';
import { readTeamAddress } from '../../replies/team-file';
import type { WorkerPorts } from '../ports';
import type { HandlersOf } from '../router';
import { keepFillDraft, keepReplyDraft } from './drafts';
import { removeOnPlatform, restoreOnPlatform, saveOnPlatform } from './edit-on-platform';
import { replyFailed } from './failure-words';
import { insertOnPage, undoOnPage } from './insertions';
import { importOwn } from './own-import';
import { removeOwn, restoreOwn, saveOwn } from './own-library';
import { pageLink } from './page-link';
import type { ReplyPorts } from './ports';
import { inRefreshTurn, refreshReplies } from './refresh';
import { refreshTeam } from './team-library';
import { forgetCrossings } from './versions';

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
    'panel.undo-insert': (command) => undoOnPage(pageLink, screenOfWindow, command),
  };
}

type LibraryHandlers = Omit<ReplyHandlers, 'panel.insert' | 'panel.undo-insert'>;

/** What the worker does for each message about the libraries. */
export function libraryHandlers(ports: WorkerPorts, replyPorts: ReplyPorts): LibraryHandlers {
  return {
    'replies.refresh': (wish) => refreshReplies(ports, replyPorts, wish),
    'replies.save': ({ reply, base }) =>
      reply.source === OWN_SOURCE
        ? saveOwn(ports, { draft: reply, base }, () => replyPorts.newId())
        : saveOnPlatform(ports, reply.source, { draft: reply, base }),
    'replies.draft': ({ draft }) => keepReplyDraft(ports, draft),
    'replies.fill': (fill) => keepFillDraft(ports, fill),
    'replies.remove': ({ base }) =>
      base.source === OWN_SOURCE ? removeOwn(ports, base) : removeOnPlatform(ports, base),
    'replies.seen': ({ source, id }) => forgetCrossings(ports.database, [source, id]),
    'replies.restore': ({ source, id }) =>
      source === OWN_SOURCE ? restoreOwn(ports, id) : restoreOnPlatform(ports, source, id),
    'replies.import': (planned) => importOwn(ports, planned),
    'replies.team': async ({ url }): Promise<ReplyAnswer> => {
      const read = url.trim() === '' ? { address: undefined } : readTeamAddress(url);
      if ('problem' in read) return replyFailed(read.problem);
      if ((await replyPorts.teamAddress())?.isManaged === true) {
        return replyFailed(t`The address of the team’s library is set by your administrator.`);
      }
      await replyPorts.keepTeamAddress(read.address);
      await inRefreshTurn(ports, () => refreshTeam(ports, replyPorts, () => true));
      return { kind: 'ok' };
    },
  };
}

import { browser } from 'wxt/browser';
import { type FetchedFile, fetchFile } from '../../http/fetch-file';
import { matchPatternOf, matchPatternsOf } from '../../model/match-patterns';
import { teamPermission } from '../../replies/team-file';
import { database } from '../../storage/database';
import { changeSettings, readSettings } from '../../storage/settings';

/** The browser's part of the canned responses; tests put in their own. */
export interface ReplyPorts {
  /** Where the team's file is: the administrator's word before the person's. */
  teamAddress(): Promise<{ url: string; isManaged: boolean } | undefined>;
  keepTeamAddress(url: string | undefined): Promise<void>;
  /** Throws `TransportError`. */
  fetchTeamFile(address: string, etag: string | undefined): Promise<FetchedFile>;
  newId(): string;
}

const MAX_BYTES = 2_000_000;
const TIMEOUT_MS = 20_000;

export const browserReplyPorts: ReplyPorts = {
  async teamAddress() {
    const managed = await managedAddress();
    if (managed !== undefined) return { url: managed, isManaged: true };
    const { teamUrl } = await readSettings();
    return teamUrl === undefined ? undefined : { url: teamUrl, isManaged: false };
  },
  async keepTeamAddress(url) {
    const { teamUrl: before } = await readSettings();
    await changeSettings({ teamUrl: url });
    if (before !== undefined) await releaseTeamPermission(before, url);
  },
  fetchTeamFile: (address, etag) =>
    fetchFile(address, {
      etag,
      maxBytes: MAX_BYTES,
      timeoutMs: TIMEOUT_MS,
      permitted: () => browser.permissions.contains({ origins: [teamPermission(address)] }),
    }),
  newId: () => crypto.randomUUID(),
};

/** Gives the permission for the host back when neither the new address, a connection nor a card needs it. */
async function releaseTeamPermission(before: string, now: string | undefined): Promise<void> {
  const pattern = teamPermission(before);
  const connections = await database.connections.toArray();
  const cards = await database.cards.toArray();
  const needed = connections.flatMap(matchPatternsOf);
  needed.push(...cards.map(({ origin }) => matchPatternOf(origin)));
  if (now !== undefined) needed.push(teamPermission(now));
  if (!needed.includes(pattern)) await browser.permissions.remove({ origins: [pattern] });
}

/** Firefox throws where no policy is set. */
async function managedAddress(): Promise<string | undefined> {
  try {
    const { teamUrl } = await browser.storage.managed.get('teamUrl');
    return typeof teamUrl === 'string' && teamUrl.trim() !== '' ? teamUrl : undefined;
  } catch {
    return undefined;
  }
}

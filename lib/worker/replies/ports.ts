import { browser } from 'wxt/browser';
import { type FetchedFile, fetchFile } from '../../http/fetch-file';
import { teamPermission } from '../../replies/team-file';
import { changeSettings, readSettings } from '../../storage/settings';
import { releaseUnlessNeeded } from '../connections/release-permission';

/** The browser's part of the canned responses; tests put in their own. */
export interface ReplyPorts {
  /** Where the team's file is: the administrator's setting comes before the person's. */
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
    if (before !== undefined) await releaseUnlessNeeded(before, url);
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

/** Firefox throws where no policy is set. */
async function managedAddress(): Promise<string | undefined> {
  try {
    const { teamUrl } = await browser.storage.managed.get('teamUrl');
    return typeof teamUrl === 'string' && teamUrl.trim() !== '' ? teamUrl : undefined;
  } catch {
    return undefined;
  }
}

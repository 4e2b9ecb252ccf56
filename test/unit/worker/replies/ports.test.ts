import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { database } from '../../../../lib/storage/database';
import { changeSettings } from '../../../../lib/storage/settings';
import { browserReplyPorts } from '../../../../lib/worker/replies/ports';
import { connection } from '../../components/panel/snapshots';

const own = 'https://files.example/own.json';
const policy = 'https://files.example/policy.json';

beforeEach(async () => {
  await changeSettings({ teamUrl: undefined });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await database.connections.clear();
});

describe('the address of the team’s file', () => {
  it('is the person’s, until the administrator’s policy sets one', async () => {
    const managed = vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
    expect(await browserReplyPorts.teamAddress()).toBeUndefined();
    await changeSettings({ teamUrl: own });
    expect(await browserReplyPorts.teamAddress()).toEqual({ url: own, isManaged: false });
    managed.mockImplementation(async () => ({ teamUrl: policy }));
    expect(await browserReplyPorts.teamAddress()).toEqual({ url: policy, isManaged: true });
  });

  it.each([[{ teamUrl: ' ' }], [{ teamUrl: 7 }], [undefined]])(
    'is not taken from the policy %j, nor where the browser has none',
    async (stored) => {
      const managed = vi.spyOn(browser.storage.managed, 'get');
      if (stored === undefined) managed.mockRejectedValue(new Error('no managed storage manifest'));
      else managed.mockImplementation(async () => stored);
      await changeSettings({ teamUrl: own });
      expect(await browserReplyPorts.teamAddress()).toEqual({ url: own, isManaged: false });
    },
  );

  it('gives the permission for its host back, unless something else needs it', async () => {
    const remove = vi.spyOn(browser.permissions, 'remove').mockImplementation(async () => true);
    await browserReplyPorts.keepTeamAddress(own);
    await browserReplyPorts.keepTeamAddress('https://files.example/other.json');
    expect(remove).not.toHaveBeenCalled();
    const desk = {
      ...connection('cw', 'chatwoot', 'Support'),
      pageOrigin: 'https://files.example',
    };
    await database.connections.put(desk);
    await browserReplyPorts.keepTeamAddress(undefined);
    expect(remove).not.toHaveBeenCalled();
    await database.connections.clear();
    await browserReplyPorts.keepTeamAddress(own);
    await browserReplyPorts.keepTeamAddress('https://elsewhere.example/a.json');
    expect(remove).toHaveBeenCalledWith({ origins: ['https://files.example/*'] });
  });
});

import { browser } from 'wxt/browser';
import { type Policy, readManagedPolicy } from '../storage/policy';
import { changeSettings, readSettings, type Settings } from '../storage/settings';
import type { SettingsPorts } from './ports';

/** The settings; what the administrator preset cannot be changed. */
export const settingsUnderPolicy: SettingsPorts = {
  readSettings,
  async changeSettings(change) {
    const { policy } = await readManagedPolicy();
    await changeSettings({ ...change, ...presetSettings(policy) });
  },
};

/** Puts what the administrator preset into the settings, now and whenever it changes. */
export async function followPolicy(): Promise<void> {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void settingsUnderPolicy.changeSettings({});
  });
  const { policy } = await readManagedPolicy();
  if (Object.keys(presetSettings(policy)).length > 0) await settingsUnderPolicy.changeSettings({});
}

/** The settings that a policy decides. */
export function presetSettings(policy: Policy): Partial<Settings> {
  const { ownDomains, retentionDays, noteScope } = policy;
  return {
    ...(ownDomains && { ownDomains }),
    ...(retentionDays !== undefined && { retentionDays }),
    ...(noteScope !== undefined && { noteScope }),
  };
}

/** Why a helpdesk may not be connected in this way, for a person; `undefined` where it may. */
export function policyRefusal(
  { platforms, features }: Policy,
  draft: { platform: string; isThroughMembrane: boolean },
): string | undefined {
  if (platforms !== undefined && !platforms.includes(draft.platform)) {
    return 'Your organisation does not allow this helpdesk to be connected. Ask whoever manages your browser.';
  }
  if (draft.isThroughMembrane && features?.membrane === false) {
    return 'Your organisation does not allow helpdesks to be connected through Membrane. Connect it with a key.';
  }
  if (!draft.isThroughMembrane && features?.directKeys === false) {
    return 'Your organisation does not allow keys of helpdesks in the browser. Connect it through Membrane.';
  }
  return undefined;
}

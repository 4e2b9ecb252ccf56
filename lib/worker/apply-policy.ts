import { t } from '@lingui/core/macro';
import { browser } from 'wxt/browser';
import { definitions } from '../platforms/registry';
import { type Policy, readManagedPolicy } from '../storage/policy';
import { changeSettings, readSettings, type Settings } from '../storage/settings';
import type { SettingsPorts } from './ports';

/** The settings; those the administrator preset cannot be changed. */
export const settingsUnderPolicy: SettingsPorts = {
  readSettings,
  async changeSettings(change) {
    const { policy } = await readManagedPolicy();
    await changeSettings({ ...change, ...presetSettings(policy) });
  },
};

/**
 * Puts what the administrator preset into the settings, once the worker is `ready` and whenever it changes.
 * To be called before the worker's first pause.
 */
export async function followPolicy(ready: () => Promise<void>): Promise<void> {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') void ready().then(() => settingsUnderPolicy.changeSettings({}));
  });
  // What is wrong in a policy is said in sentences.
  await ready();
  const { policy } = await readManagedPolicy();
  if (Object.keys(presetSettings(policy)).length > 0) await settingsUnderPolicy.changeSettings({});
}

/** The policy, with the helpdesks it names as far as there are such. */
export async function readHelpdeskPolicy(): Promise<Policy> {
  const { policy } = await readManagedPolicy(definitions.map((each) => each.describe()));
  return policy;
}

/** The settings that a policy decides. */
export function presetSettings(policy: Policy): Partial<Settings> {
  const { ownDomains, retentionDays, noteScope, features } = policy;
  return {
    ...(ownDomains && { ownDomains }),
    ...(retentionDays !== undefined && { retentionDays }),
    ...(noteScope !== undefined && { noteScope }),
    ...(features?.pastAnswers === false && { pastAnswers: false }),
  };
}

/** Why a helpdesk may not be connected in this way, for a person; `undefined` where it may. */
export function policyRefusal(
  { platforms, features }: Policy,
  draft: { platform: string; isThroughMembrane: boolean },
): string | undefined {
  if (platforms !== undefined && !platforms.includes(draft.platform)) {
    return t`Your organisation does not allow connecting this helpdesk. Ask your browser’s administrator.`;
  }
  if (draft.isThroughMembrane && features?.membrane === false) {
    return t`Your organisation does not allow connecting helpdesks through Membrane. Connect with a key.`;
  }
  if (!draft.isThroughMembrane && features?.directKeys === false) {
    return t`Your organisation does not allow helpdesk keys in the browser. Connect through Membrane.`;
  }
  return undefined;
}

/** The same under the policy that is in force. */
export async function refusalByPolicy(
  draft: Parameters<typeof policyRefusal>[1],
): Promise<string | undefined> {
  return policyRefusal(await readHelpdeskPolicy(), draft);
}

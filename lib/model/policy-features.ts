import { t } from '@lingui/core/macro';
import { isJsonObject } from './json-object';

const names = ['directKeys', 'membrane', 'ownCards', 'pastAnswers'] as const;

/** What an administrator allows (`true`) or forbids; whatever is absent is allowed. */
export type PolicyFeatures = Partial<Record<(typeof names)[number], boolean>>;

/**
 * Reads each feature by itself, so that one that cannot be read does not allow what another forbids.
 * `told` is called with each entry that cannot be used, and why, in a few words.
 */
export function readFeatures(
  raw: unknown,
  told: (entry: string, what: string) => void,
): PolicyFeatures | undefined {
  if (raw === undefined) return undefined;
  if (!isJsonObject(raw)) return void told('features', t`not in the expected form`);
  const features: PolicyFeatures = {};
  for (const [entry, value] of Object.entries(raw)) {
    const name = names.find((each) => each === entry);
    if (name !== undefined && typeof value === 'boolean') features[name] = value;
    else {
      const isUnknown = name === undefined;
      const what = isUnknown ? t`not an entry that Deskside knows` : t`neither true nor false`;
      told(`features.${entry.slice(0, 40)}`, what);
    }
  }
  return features;
}

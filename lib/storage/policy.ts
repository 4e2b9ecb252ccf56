import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { issueWords, onlyOwnWords } from '../language/issue-words';
import { type CardForm, cardFormSchema } from '../model/data-card';
import type { PlatformDescriptor } from '../model/descriptor';
import { platformNameSchema } from '../model/ids';
import { domainSchema } from '../model/people-settings';
import { type PolicyFeatures, readFeatures } from '../model/policy-features';
import { safeOriginOf } from '../model/safe-origin';
import { policyHelpdeskSchema, type TeamHelpdesk, withoutSecrets } from '../model/team-helpdesk';
import { noteScopeChoiceSchema, type Settings } from './settings';

const httpsOrigin = v.pipe(
  v.string(),
  v.transform((address) => safeOriginOf(address) ?? ''),
  v.minLength(1, () => t`not an https address without a path`),
);

/** What an administrator preset; whatever is absent is left to each person. */
export interface Policy {
  platforms?: string[] | undefined;
  helpdesks?: TeamHelpdesk[] | undefined;
  membraneBase?: string | undefined;
  teamUrl?: string | undefined;
  ownDomains?: string[] | undefined;
  retentionDays?: number | undefined;
  noteScope?: Settings['noteScope'] | undefined;
  features?: PolicyFeatures | undefined;
  /** Signs the team's notes in fields that outsiders can write; only notes with it count as ours. */
  teamNoteKey?: string | undefined;
  /** Data cards of the team, without any secret. */
  cards?: CardForm[] | undefined;
}

/** What in a policy could not be used, and why, in a few words; `item` counts from 1 in a list. */
export interface PolicyProblem {
  entry: string;
  item?: number | undefined;
  what: string;
}

export interface ReadPolicy {
  policy: Policy;
  problems: PolicyProblem[];
}

const single = {
  membraneBase: httpsOrigin,
  teamUrl: v.pipe(v.string(), v.trim(), v.maxLength(2_000), v.regex(/^https:\/\/[^\s/]+/)),
  retentionDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
  noteScope: noteScopeChoiceSchema,
  teamNoteKey: v.pipe(
    v.string(),
    v.minLength(16, () => t`fewer than 16 characters`),
    v.maxLength(200, () => t`more than 200 characters`),
  ),
};
const lists = {
  platforms: platformNameSchema,
  helpdesks: policyHelpdeskSchema,
  ownDomains: domainSchema,
  cards: cardFormSchema,
};

/** What must be known of the platforms to tell which helpdesks a policy may name, and how. */
type PolicyPlatform = Pick<PlatformDescriptor, 'name' | 'form'>;

/** No administrator's list is longer. */
const longestList = 100;

/**
 * Reads a policy part by part: what is wrong is reported and left out, and the rest applies. Which
 * helpdesks it names counts only where `known`, all platforms, is given.
 */
export function readPolicy(
  raw: Readonly<Record<string, unknown>>,
  known?: readonly PolicyPlatform[],
): ReadPolicy {
  const problems: PolicyProblem[] = [];
  const told = (entry: string, what: string, item?: number) =>
    void problems.push({ entry, item, what });
  const one = <T extends v.GenericSchema>(entry: keyof typeof single, schema: T) => {
    if (raw[entry] === undefined) return undefined;
    const read = v.safeParse(schema, raw[entry], onlyOwnWords);
    if (!read.success) told(entry, issueWords(read.issues[0]));
    return read.success ? read.output : undefined;
  };
  const many = <T extends v.GenericSchema>(
    entry: keyof typeof lists,
    schema: T,
    use = (item: v.InferOutput<T>, _number: number) => item,
  ) => {
    const items = raw[entry];
    if (items === undefined) return undefined;
    if (!Array.isArray(items)) return told(entry, t`not a list`);
    if (items.length > longestList) told(entry, t`only the first ${longestList} items are used`);
    return items.slice(0, longestList).flatMap((item, index): v.InferOutput<T>[] => {
      const read = v.safeParse(schema, item, onlyOwnWords);
      if (!read.success) told(entry, issueWords(read.issues[0]), index + 1);
      return read.success ? [use(read.output, index + 1)] : [];
    });
  };
  const isKnown = (name: string) => known?.some((each) => each.name === name) !== false;
  const unknown = () => t`not a helpdesk that Deskside knows`;
  const plain = (helpdesk: TeamHelpdesk, number: number) => {
    const platform = known?.find(({ name }) => name === helpdesk.platform);
    if (platform === undefined) return helpdesk;
    const { fields, hadOthers } = withoutSecrets(platform, helpdesk.fields);
    if (hadOthers)
      told('helpdesks', t`contains more than its form asks for, which is left out`, number);
    return { ...helpdesk, fields };
  };
  const policy: Policy = {
    platforms: many('platforms', v.pipe(lists.platforms, v.check(isKnown, unknown))),
    helpdesks: many(
      'helpdesks',
      v.pipe(
        lists.helpdesks,
        v.check(({ platform }) => isKnown(platform), unknown),
      ),
      plain,
    ),
    membraneBase: one('membraneBase', single.membraneBase),
    teamUrl: one('teamUrl', single.teamUrl),
    ownDomains: many('ownDomains', lists.ownDomains),
    retentionDays: one('retentionDays', single.retentionDays),
    noteScope: one('noteScope', single.noteScope),
    teamNoteKey: one('teamNoteKey', single.teamNoteKey),
    features: readFeatures(raw.features, told),
    cards: many('cards', lists.cards),
  };
  for (const entry of Object.keys(raw)) {
    if (!Object.hasOwn({ ...single, ...lists, features: true }, entry))
      told(entry.slice(0, 40), t`not an entry that Deskside knows`);
  }
  // A list without a single usable item must not forbid everything.
  if (policy.platforms?.length === 0) policy.platforms = undefined;
  return { policy, problems };
}

/** The policy that is in force, read as `readPolicy` does. Firefox throws where none is set. */
export async function readManagedPolicy(known?: readonly PolicyPlatform[]): Promise<ReadPolicy> {
  let raw = {};
  try {
    raw = await browser.storage.managed.get(null);
  } catch {
    // Nothing is preset.
  }
  return readPolicy(raw, known);
}

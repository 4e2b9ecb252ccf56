import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { domainSchema, regionSchema, roleWordSchema } from '../../../lib/model/people-settings';
import {
  type TeamHelpdesk,
  teamHelpdeskSchema,
  withoutSecrets,
} from '../../../lib/model/team-helpdesk';
import type { Policy } from '../../../lib/storage/policy';
import { noteScopeChoiceSchema, type Settings } from '../../../lib/storage/settings';
import { formatDateInput } from '../../../lib/text/date-input';
import { joinSentences } from '../../../lib/text/join-sentences';
import { presetWords } from '../PresetNotice';

/** The mark at the beginning of each file, so that no other JSON is taken for one. */
const kind = 'team configuration';
const FILE_VERSION = 1;
/** Files larger than this (bytes) cannot be ours. */
const largestFile = 1_000_000;

const settingsSchema = v.object({
  ownDomains: v.optional(v.pipe(v.array(domainSchema), v.maxLength(100))),
  roleWords: v.optional(v.pipe(v.array(roleWordSchema), v.maxLength(200))),
  defaultRegion: v.optional(regionSchema),
  noteScope: v.optional(noteScopeChoiceSchema),
  retentionDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650))),
});
export type TeamSettings = v.InferOutput<typeof settingsSchema>;

const fileSchema = v.object({
  deskside: v.literal(kind),
  version: v.literal(FILE_VERSION),
  helpdesks: v.optional(v.pipe(v.array(v.unknown()), v.maxLength(100))),
  settings: v.optional(v.record(v.string(), v.unknown())),
});

/** What a file with a team's configuration contains, and what of it could not be used. */
export interface ReadConfiguration {
  helpdesks: TeamHelpdesk[];
  settings: TeamSettings;
  /** One sentence for each part that was left out. */
  left: string[];
}

/**
 * The configuration as a file for colleagues: which helpdesks, and the team's own settings. No key, no
 * name of a person and nothing of a customer is in it.
 */
export function writeConfiguration(
  connections: readonly Connection[],
  platforms: readonly PlatformDescriptor[],
  settings: Settings,
): string {
  const { ownDomains, roleWords, defaultRegion, noteScope, retentionDays } = settings;
  const helpdesks = connections.map(({ platform, label, fields }) => ({
    platform,
    label,
    fields: withoutSecrets(
      platforms.find(({ name }) => name === platform),
      fields,
    ).fields,
  }));
  const file = {
    ...{ deskside: kind, version: FILE_VERSION, helpdesks },
    settings: { ownDomains, roleWords, defaultRegion, noteScope, retentionDays },
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The name under which the file is saved. `now`: epoch ms. */
export function configurationFileName(now: number): string {
  return `deskside-team-${formatDateInput(now)}.json`;
}

/** Reads a file that somebody chose, as `readConfiguration` does its text. */
export async function readConfigurationFile(
  file: File,
  platforms: readonly PlatformDescriptor[],
  preset: Policy,
): Promise<ReadConfiguration | string> {
  if (file.size > largestFile) return t`This file is too large.`;
  try {
    return readConfiguration(await file.text(), platforms, preset);
  } catch {
    return t`This file cannot be read.`;
  }
}

/**
 * Reads a file part by part: one bad part spoils no other, and what the administrator set otherwise is left
 * out. Returns a sentence if the file is not ours.
 */
export function readConfiguration(
  text: string,
  platforms: readonly PlatformDescriptor[],
  preset: Policy = {},
): ReadConfiguration | string {
  const file = v.safeParse(fileSchema, parse(text));
  if (!file.success) {
    return t`This is not a file of a team’s configuration, or it is from a newer version of Deskside.`;
  }
  const left: string[] = [];
  const helpdesks = (file.output.helpdesks ?? []).flatMap((item, index) => {
    const read = v.safeParse(teamHelpdeskSchema, item);
    const number = index + 1;
    if (!read.success) {
      left.push(t`Helpdesk ${number} cannot be read.`);
      return [];
    }
    const platform = platforms.find(({ name }) => name === read.output.platform);
    if (platform === undefined) {
      left.push(t`Helpdesk ${number} is on a platform that Deskside does not know.`);
      return [];
    }
    const { fields, hadOthers } = withoutSecrets(platform, read.output.fields);
    if (hadOthers) {
      left.push(
        t`Helpdesk ${number} contains more than its form asks for. Keys are never imported.`,
      );
    }
    return [{ ...read.output, fields }];
  });
  const settings = readSettingsPart(file.output.settings ?? {}, preset, left);
  return { helpdesks, settings, left };
}

function readSettingsPart(
  raw: Record<string, unknown>,
  preset: Policy,
  left: string[],
): TeamSettings {
  const { ownDomains, retentionDays, noteScope } = preset;
  const fixed = new Map(Object.entries({ ownDomains, retentionDays, noteScope }));
  const settings: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const setting = name.slice(0, 40);
    const isKnown = Object.hasOwn(settingsSchema.entries, name);
    const read = isKnown ? v.safeParse(settingsSchema, { [name]: value }) : undefined;
    const set = fixed.get(name);
    const isSet = set !== undefined && JSON.stringify(set) !== JSON.stringify(value);
    if (read?.success === true && !isSet) Object.assign(settings, read.output);
    else {
      const unused = t`The setting “${setting}” cannot be used.`;
      left.push(isSet ? joinSentences(unused, presetWords()) : unused);
    }
  }
  return v.parse(settingsSchema, settings);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Which of these helpdesks have no connection yet. */
export function unconnected(
  helpdesks: readonly TeamHelpdesk[],
  connections: readonly Connection[],
): TeamHelpdesk[] {
  return helpdesks.filter(
    ({ platform, fields }) =>
      !connections.some(
        (each) =>
          each.platform === platform &&
          Object.entries(fields).every(
            ([name, answer]) =>
              (each.fields[name] ?? '').trim() === answer.trim() ||
              answer.trim() === each.account ||
              isPlaceOf(each, answer),
          ),
      ),
  );
}

/** One address is typed in many ways: that of the host, or of any page of the same account. */
function isPlaceOf({ pageOrigin, account = '' }: Connection, answer: string): boolean {
  const address = /^https?:/i.test(answer.trim()) ? answer : `https://${answer.trim()}`;
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  const names = pathname.split('/').filter((name) => name !== '');
  return origin === pageOrigin && (names.length === 0 || names.includes(account));
}

/** The address, within this page, of a helpdesk's form with its answers filled in. */
export function formAddress({ platform, fields }: TeamHelpdesk): string {
  const answers = new URLSearchParams(fields).toString();
  return `#connect/${platform}${answers === '' ? '' : `?${answers}`}`;
}

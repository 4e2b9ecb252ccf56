import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { withLock } from '../async/with-lock';
import { connectionIdSchema } from '../model/ids';
import { domainSchema, regionSchema, roleWordSchema } from '../model/people-settings';

/** Days for which a history is kept after somebody last viewed the person. */
export const defaultRetentionDays = 30;

/** Where a new note goes unless the writer chooses: `here` is the account on screen. */
export const noteScopeChoiceSchema = v.picklist(['everywhere', 'here', 'browser']);
export type NoteScopeChoice = v.InferOutput<typeof noteScopeChoiceSchema>;

/** What the person chose, and what the worker keeps beside it. A bad value becomes the default. */
const settingsSchema = v.object({
  retentionDays: v.fallback(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3_650)),
    defaultRetentionDays,
  ),
  /** Domains of one's own company: their addresses belong to colleagues and link nobody. */
  ownDomains: v.fallback(v.array(domainSchema), []),
  /** Words that mark an office's address (`info@`), in addition to those that the product knows. */
  roleWords: v.fallback(v.optional(v.array(roleWordSchema)), undefined),
  /** Ids of the connections whose external ids come from one and the same system. */
  sharedIdConnections: v.fallback(v.optional(v.array(connectionIdSchema)), undefined),
  /** ISO 3166 code of the country meant by phone numbers without country code, e.g. `DE`. */
  defaultRegion: v.fallback(v.optional(regionSchema), undefined),
  /** The name under which notes are written and decisions made, where the platform does not give the agent's. */
  agentName: v.fallback(
    v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
    undefined,
  ),
  noteScope: v.fallback(noteScopeChoiceSchema, 'everywhere'),
  /** Answers to other customers are shown beside a conversation; absent: they are not. */
  pastAnswers: v.fallback(v.optional(v.boolean()), undefined),
  /** Epoch ms of the last daily clean-up. */
  retentionRanAt: v.fallback(v.optional(v.number()), undefined),
  /** The version of the keys of stored contacts; absent for the first one. */
  keyForm: v.fallback(v.optional(v.number()), undefined),
  /** Address of the team's canned responses. */
  teamUrl: v.fallback(v.optional(v.string()), undefined),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The part of the settings that decides who counts as the same human, and in whose name. */
export type PeopleSettings = Pick<
  Settings,
  'ownDomains' | 'roleWords' | 'sharedIdConnections' | 'defaultRegion' | 'agentName'
>;

/**
 * Version 1 stored whatever was typed; since version 2 it is what the schema says. A newer form gets a
 * version of its own, with a migration to it.
 */
const item = storage.defineItem<unknown>('local:settings', {
  version: 2,
  migrations: { 2: parse },
});

/** The settings; defaults where nothing, or nothing readable, is stored. */
export async function readSettings(): Promise<Settings> {
  return parse(await item.getValue());
}

/** Changes some settings and leaves the others. Worker only: nobody else writes them. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  // One after the other: two at once would each write back what the other has just changed.
  await withLock(item, 'settings', async () => {
    await item.setValue({ ...(await readSettings()), ...change });
  });
}

/** Calls `onChange` after each change of the settings. Returns how to stop. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  return item.watch((stored) => onChange(parse(stored)));
}

function parse(stored: unknown): Settings {
  const parsed = v.safeParse(settingsSchema, stored ?? {});
  return parsed.success ? parsed.output : v.parse(settingsSchema, {});
}

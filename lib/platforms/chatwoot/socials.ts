import * as v from 'valibot';
import { labelOfKey } from '../../identity/read-attributes';
import type { Contact } from '../../model/contact';
import { isJsonObject } from '../../model/json-object';
import { line } from '../shared/field-schemas';
import type { ChatwootContact } from './schemas';

const MOST_USERNAMES = 20;

const textRecord = v.record(v.string(), line);

/** Networks whose names labels would write otherwise. */
const networks: ReadonlyMap<string, string> = new Map([
  ['github', 'GitHub'],
  ['linkedin', 'LinkedIn'],
  ['tiktok', 'TikTok'],
  ['youtube', 'YouTube'],
  ['whatsapp', 'WhatsApp'],
]);

/**
 * What a contact is called on social networks: `social_profiles`, which the dashboard's form fills, and
 * what channels note by themselves (README.md#contacts). Each username once; absent where there is none.
 */
export function socialsOf(extra: ChatwootContact['additional_attributes']): Contact['socials'] {
  if (extra === undefined) return undefined;
  const raw = extra.social_profiles;
  const profiles = v.safeParse(textRecord, isJsonObject(raw) ? raw : {});
  const named = v.safeParse(textRecord, extra);
  const candidates: [string, string | undefined][] = [
    ...Object.entries(profiles.success ? profiles.output : {}),
    ...Object.entries(named.success ? named.output : {}).flatMap(fromChannel),
    ['telegram', 'social_telegram_user_id' in extra ? extra.username : undefined],
    ['twitter', extra.screen_name],
  ];
  const found = new Map<string, { network: string; username: string }>();
  for (const [key, username] of candidates) {
    if (username === undefined || found.size === MOST_USERNAMES) continue;
    const network = networks.get(key.toLowerCase()) ?? labelOfKey(key);
    const id = `${network}:${username.toLowerCase()}`;
    if (!found.has(id)) found.set(id, { network, username });
  }
  return found.size === 0 ? undefined : [...found.values()];
}

/** Telegram and Instagram note `social_<network>_user_name`. */
function fromChannel([key, username]: [string, string | undefined]): [
  string,
  string | undefined,
][] {
  const [, network] = /^social_([a-z]+)_user_?name$/.exec(key) ?? [];
  return network === undefined ? [] : [[network, username]];
}

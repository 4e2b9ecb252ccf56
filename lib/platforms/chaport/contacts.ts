import { normaliseEmail } from '../../identity/email';
import { normalisePhone } from '../../identity/phone';
import { readAttributes } from '../../identity/read-attributes';
import type { Contact } from '../../model/contact';
import { isJsonObject } from '../../model/json-object';
import { clip, keysOf, languageTag } from '../shared/field-values';
import type { Visitor } from './schemas';
import { firstTime } from './times';

const lastSeenKeys = ['lastSeen', 'lastSeenAt', 'last_seen', 'lastActivityAt', 'lastVisitAt'];

/**
 * A visitor as a contact. One e-mail and one free-text phone exist per visitor; a phone without
 * country code stays for display only. A label like "Visitor #12", which Chaport invents for
 * nameless visitors in the operator's language, becomes the placeholder. `now` is epoch ms.
 */
export function toContact(visitor: Visitor, connectionId: string, now: number): Contact {
  const { name, email: emails, phone: phones } = visitor;
  const invented = name !== undefined && isInventedName(name);
  return {
    connectionId,
    platform: 'chaport',
    id: visitor.id,
    name: invented ? undefined : name,
    placeholderName: invented ? name : undefined,
    emails,
    phones,
    emailKeys: keysOf(emails, normaliseEmail),
    phoneKeys: keysOf(phones, (each) => normalisePhone(each)),
    externalIds: [],
    language: languageTag(visitor.language ?? visitor.lang ?? visitor.locale),
    location: readLocation(visitor),
    region: readRegion(visitor),
    attributes: readAttributes(isJsonObject(visitor.custom) ? visitor.custom : {}),
    lastSeenAt: firstTime(visitor, lastSeenKeys),
    fetchedAt: now,
  };
}

/** True for "Visitor #12" and its translations: one or two words and a number sign. */
function isInventedName(name: string): boolean {
  return /^\p{L}+(?: \p{L}+)? ?[#№] ?\d+$/u.test(name.trim());
}

function readLocation(visitor: Readonly<Record<string, unknown>>): string | undefined {
  for (const source of [visitor.location, visitor.geo, visitor]) {
    if (typeof source === 'string' && source.trim() !== '') return clip(source.trim());
    if (!isJsonObject(source)) continue;
    const words = [source.city, source.country ?? source.countryName].filter(
      (word): word is string => typeof word === 'string' && word.trim() !== '',
    );
    if (words.length > 0) return clip(words.join(', '));
  }
  return undefined;
}

/** A country given by its code; phone numbers are free text and often lack the country's. */
function readRegion(visitor: Readonly<Record<string, unknown>>): string | undefined {
  for (const source of [visitor.location, visitor.geo, visitor]) {
    if (!isJsonObject(source)) continue;
    const code = [source.countryCode, source.country].find(
      (word): word is string => typeof word === 'string' && /^[a-z]{2}$/i.test(word.trim()),
    );
    if (code !== undefined) return code.trim().toUpperCase();
  }
  return undefined;
}

import { type ContactField, type FieldRule, LONGEST_FIELD } from '../model/completion';
import type { Contact, Identifier } from '../model/contact';
import { fieldValueKey } from './contact-field-values';
import { distinctiveIdentifiers, type IdentityRules, idSpaceOf } from './distinctive-identifiers';
import { normaliseEmail } from './email';
import { isNamed, isRealName } from './person-name';
import { e164Of, isLocallyWritten, normalisePhone } from './phone';

/** Characters of a mask: sensitive values are masked like this for keys that may not read them. */
const mask = /[*＊∗•●○█■…]|x{4,}/i;

/** What a record can pass on to another one, as it would be written there. */
export function valuesToGive(
  source: Contact,
  target: Contact,
  { field, needsCountryCode = false }: FieldRule,
  rules: IdentityRules,
): string[] {
  return rawValues(source, target, field, { needsCountryCode, rules })
    .map((value) => value.trim())
    .filter((value) => value !== '' && value.length <= LONGEST_FIELD && !mask.test(value));
}

/** One string for a value of a record, the same for a number with and without its country code. */
export function valueKeyIn(source: Contact, field: ContactField, value: string): string {
  const local = field === 'phone' ? localKeyOf(source, value) : undefined;
  return local ?? fieldValueKey(field, value);
}

/** The normal form of a number that this record writes without country code. */
function localKeyOf({ localKeys = [] }: Contact, phone: string): string | undefined {
  if (normalisePhone(phone) !== undefined) return undefined;
  return localKeys.find((key) => isLocallyWritten(phone, key));
}

function rawValues(
  source: Contact,
  target: Contact,
  field: ContactField,
  { needsCountryCode, rules }: { needsCountryCode: boolean; rules: IdentityRules },
): string[] {
  const proving = (kind: Identifier['kind']) =>
    new Set(
      distinctiveIdentifiers(source, rules)
        .filter((each) => each.kind === kind)
        .map(({ value }) => value),
    );
  switch (field) {
    case 'name':
      return source.name !== undefined && isRealName(source.name) ? [source.name] : [];
    case 'company':
      return source.company !== undefined && isNamed(source.company) ? [source.company] : [];
    case 'email': {
      const own = proving('email');
      return source.emails.filter((email) => own.has(normaliseEmail(email) ?? ''));
    }
    case 'phone': {
      const own = proving('phone');
      return source.phones.flatMap((phone) => {
        const dialled = e164Of(phone);
        if (dialled !== undefined && own.has(normalisePhone(phone) ?? '')) return [dialled];
        // A country that was worked out is a guess, so the value is passed on as somebody wrote it.
        const key = needsCountryCode ? undefined : localKeyOf(source, phone);
        return key !== undefined && own.has(key) ? [phone] : [];
      });
    }
    case 'external-id': {
      const isOther = source.connectionId !== target.connectionId;
      const isOneSystem = isOther && idSpaceOf(source, rules) === idSpaceOf(target, rules);
      return isOneSystem ? [...proving('external-id')] : [];
    }
  }
}

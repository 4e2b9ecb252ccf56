import { normaliseEmail } from '../../../../lib/identity/email';
import { normalisePhone } from '../../../../lib/identity/phone';
import { withPhoneKeys } from '../../../../lib/identity/phone-keys';
import type { Contact } from '../../../../lib/model/contact';

/** A record as a platform writes it. */
export interface Written {
  platform: 'chatwoot' | 'kustomer' | 'chaport' | 'chatra';
  name?: string;
  email?: string;
  phone?: string;
  externalId?: string;
  region?: string;
  location?: string;
  language?: string;
  company?: string;
  /** Which of several accounts of the platform; the first one where absent. */
  account?: string;
}

/** A record whose owner is known. */
export interface Labelled {
  contact: Contact;
  /** Who it truly is. */
  human: string;
  /** Records of one human with the same group carry evidence that allows to join them. */
  group: string;
}

/** The country of numbers without country code, as the team has set it. */
const usualRegion = 'DE';

/** The record as the adapters map it, in the connection of its platform. */
export function record(written: Written, id: string): Contact {
  const { platform, email, phone, externalId, account, ...rest } = written;
  const emailKey = email === undefined ? undefined : normaliseEmail(email);
  const phoneKey = phone === undefined ? undefined : normalisePhone(phone);
  const contact: Contact = {
    ...rest,
    connectionId: account === undefined ? platform : `${platform}-${account}`,
    platform,
    id,
    emails: email === undefined ? [] : [email],
    phones: phone === undefined ? [] : [phone],
    emailKeys: emailKey === undefined ? [] : [emailKey],
    phoneKeys: phoneKey === undefined ? [] : [phoneKey],
    externalIds: externalId === undefined ? [] : [externalId],
    fetchedAt: 0,
  };
  return withPhoneKeys(contact, usualRegion);
}

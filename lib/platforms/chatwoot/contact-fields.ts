import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ContactField, FieldRule } from '../../model/completion';
import type { Contact } from '../../model/contact';
import { type ContactFieldsPort, type FieldAsRead, FieldProblem } from '../contract/contact-fields';
import { errorBody } from '../shared/error-body';
import { lenient, writtenText } from '../shared/field-schemas';
import { accountOf, type ChatwootClient } from './calls';
import { mapContact } from './contacts';
import { chatwootContactSchema } from './schemas';

/** What Chatwoot accepts (README.md#updating-a-contact). */
export const chatwootFieldRules: FieldRule[] = [
  { field: 'name' },
  { field: 'email', isUnique: true },
  { field: 'phone', isUnique: true, needsCountryCode: true },
  { field: 'company' },
  { field: 'external-id', isUnique: true },
];

const answerSchema = v.object({ payload: chatwootContactSchema });
const writtenSchema = v.object({
  payload: v.object({
    name: writtenText,
    email: writtenText,
    phone_number: writtenText,
    identifier: writtenText,
    additional_attributes: lenient(v.object({ company_name: writtenText })),
  }),
});

/** Completing contacts by `PATCH`, which changes only the fields it names; every role may do so. */
export function contactFields(client: ChatwootClient): ContactFieldsPort {
  const addressOf = ({ id }: Contact) =>
    path`/api/v1/accounts/${accountOf(client.ports)}/contacts/${id}`;
  return {
    async read(contact, signal) {
      const query = { include_contact_inboxes: 'false' };
      const raw = await client.calls.get(addressOf(contact), signal, query);
      const answer = v.safeParse(answerSchema, raw);
      const written = v.safeParse(writtenSchema, raw);
      if (!answer.success || !written.success) throw new TransportError('not-json');
      const { connection, now } = client.ports;
      const { name, email, phone_number, identifier, additional_attributes } =
        written.output.payload;
      return {
        contact: mapContact(connection, answer.output.payload, now(), contact.language),
        fields: new Map<ContactField, FieldAsRead>([
          ['name', single(name)],
          ['email', single(email)],
          ['phone', single(phone_number)],
          ['company', single(additional_attributes?.company_name)],
          ['external-id', single(identifier)],
        ]),
        raw: undefined,
      };
    },
    async write({ contact }, { field, put }, signal) {
      try {
        await client.calls.write('PATCH', addressOf(contact), signal, bodyOf(field, put));
      } catch (error) {
        throw isInvalid(error) ? new FieldProblem('refused') : error;
      }
    },
  };
}

function single(text: string | undefined): FieldAsRead {
  return text === undefined || text === '' ? { texts: [] } : { texts: [text], replaced: text };
}

/**
 * Chatwoot empties a field with `null` where no two contacts may share a value (an empty text would be a
 * value of its own there); a name and a company are emptied by an empty text, as its own form does.
 */
function bodyOf(field: ContactField, text: string | undefined): Record<string, unknown> {
  switch (field) {
    case 'name':
      return { name: text ?? '' };
    case 'email':
      return { email: text ?? null };
    case 'phone':
      return { phone_number: text ?? null };
    case 'external-id':
      return { identifier: text ?? null };
    case 'company':
      // Merged into the other attributes by the server.
      return { additional_attributes: { company_name: text ?? '' } };
  }
}

/** The model's own refusal names the fields it is about. */
function isInvalid(error: unknown): boolean {
  return (
    error instanceof TransportError &&
    error.status === 422 &&
    Array.isArray(errorBody(error)?.attributes)
  );
}

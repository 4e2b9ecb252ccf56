import * as v from 'valibot';
import { anyList, anything, flag, lenient, text, writtenText } from '../shared/field-schemas';
import { texts, textsUnder, time } from './field-schemas';

/**
 * A Kustomer id: 24 hex digits in practice, opaque to us. Not accepted: dots that would lead upwards in a
 * path, a comma (Kustomer reads several ids) and `=` (it looks up by another attribute).
 */
export const kustomerId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(512),
  v.regex(/^(?!\.{1,2}$)[^,=]+$/),
);

/** `{data: …}`, the envelope of one resource; also of several users, where `data` is a list. */
export const envelopeSchema = v.object({ data: v.unknown() });

/** A page of a list. `links.next` is a path, `null` or absent at the end. */
export const listSchema = v.object({
  data: v.array(v.unknown()),
  included: anyList,
  links: lenient(v.object({ next: text })),
});
export type KustomerList = v.InferOutput<typeof listSchema>;

const reference = v.object({ id: kustomerId });
const related = lenient(v.object({ data: lenient(reference) }));

export const customerSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    firstName: text,
    lastName: text,
    displayName: text,
    avatarUrl: text,
    emails: textsUnder('email'),
    sharedEmails: textsUnder('email'),
    phones: textsUnder('phone'),
    sharedPhones: textsUnder('phone'),
    whatsapps: textsUnder('phone'),
    sharedWhatsapps: textsUnder('phone'),
    externalId: text,
    externalIds: textsUnder('externalId'),
    sharedExternalIds: textsUnder('externalId'),
    companyName: text,
    socials: anyList,
    locale: text,
    defaultLang: text,
    timeZone: text,
    recentLocation: lenient(
      v.object({ location: lenient(v.object({ cityName: text, countryName: text })) }),
    ),
    conversationCounts: lenient(v.object({ all: lenient(v.number()) })),
    satisfactionLevel: lenient(
      v.object({ avgRating: lenient(v.number()), count: lenient(v.number()) }),
    ),
    /** What the organisation defined; any key, any value. */
    custom: lenient(v.record(v.string(), v.unknown())),
    lastSeenAt: time,
    lastCustomerActivityAt: time,
    deleted: flag,
  }),
});
export type KustomerCustomer = v.InferOutput<typeof customerSchema>;

/** To whom a customer wrote: `to` comes as list, object or bare string. */
const incomingMeta = v.object({
  recipient: lenient(v.object({ email: text })),
  to: anything,
});

export const kustomerConversationSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    name: text,
    externalId: text,
    status: text,
    channels: texts,
    assignedUsers: texts,
    lastMessageIn: lenient(v.object({ meta: lenient(incomingMeta) })),
    lastMessageUnrespondedTo: lenient(v.object({ sentAt: time, createdAt: time })),
    satisfactionLevel: lenient(v.object({ rating: lenient(v.number()), status: text })),
    /** What the organisation defined; any key, any value. */
    custom: lenient(v.record(v.string(), v.unknown())),
    createdAt: time,
    lastActivityAt: time,
    lastMessageAt: time,
    updatedAt: time,
  }),
  relationships: lenient(v.object({ customer: related })),
});
export type KustomerConversation = v.InferOutput<typeof kustomerConversationSchema>;

/** `meta` depends on the channel. Its `to`, `cc` and `bcc` are not read at all. */
const messageMeta = v.object({
  subject: text,
  answeredAt: time,
  endedAt: time,
  externalRecordingUrl: text,
});

export const kustomerMessageSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    channel: text,
    direction: text,
    directionType: text,
    status: text,
    error: lenient(v.object({ title: text, detail: text, code: text })),
    preview: writtenText,
    subject: text,
    meta: lenient(messageMeta),
    auto: flag,
    redacted: flag,
    reactions: anyList,
    sentAt: time,
    createdAt: time,
    importedAt: time,
  }),
  relationships: v.object({
    conversation: v.object({ data: reference }),
    createdBy: related,
    attachments: lenient(v.object({ data: anyList })),
  }),
});
export type KustomerMessage = v.InferOutput<typeof kustomerMessageSchema>;

export const kustomerNoteSchema = v.object({
  id: kustomerId,
  attributes: v.object({
    body: writtenText,
    createdAt: time,
    updatedAt: time,
    deleted: flag,
  }),
  relationships: v.object({
    conversation: v.object({ data: reference }),
    createdBy: related,
    modifiedBy: related,
  }),
});
export type KustomerNote = v.InferOutput<typeof kustomerNoteSchema>;

export const kustomerAttachmentSchema = v.object({
  type: v.literal('attachment'),
  id: kustomerId,
  attributes: v.object({ name: text, contentType: text, contentLength: lenient(v.number()) }),
  relationships: lenient(v.object({ message: related })),
});
export type KustomerAttachment = v.InferOutput<typeof kustomerAttachmentSchema>;

export const referenceSchema = reference;

/** A merge: the source's id is gone, the target lives on. */
export const mergeSchema = v.object({
  relationships: v.object({
    source: v.object({ data: reference }),
    target: v.object({ data: reference }),
  }),
});

export const userSchema = v.object({
  id: kustomerId,
  attributes: v.object({ name: text, displayName: text, email: text, userType: text }),
});
export type KustomerUser = v.InferOutput<typeof userSchema>;

/** `roles` is `undefined` when Kustomer does not give them. */
export const tokenSchema = v.object({
  attributes: v.object({ roles: lenient(v.array(v.unknown())) }),
});

/** `name` is the organisation's subdomain. */
export const organisationSchema = v.object({ attributes: v.object({ name: text }) });

import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { type CardValues, type CardVariable, readCardAddress } from './card-address';

/** Most cards that can be made here. */
export const MOST_CARDS = 10;

/** Id of a card: made by us, never contains a slash. */
export const cardIdSchema = v.pipe(v.string(), v.regex(/^(?:card|managed)-[a-z0-9-]{1,60}$/));

const headerPattern = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}$/;
/** Headers that a browser writes itself or refuses to send for a page. */
const ownHeaders =
  /^(?:accept-(?:charset|encoding)|access-control-.*|connection|content-.*|cookie2?|date|dnt|expect|host|keep-alive|origin|permissions-policy|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|user-agent|via|x-http-method.*|x-method-override)$/i;

/** Name of a header that can carry a secret. */
const headerSchema = v.pipe(
  v.string(),
  v.trim(),
  v.regex(headerPattern, () => t`Header names may contain only letters, digits and hyphens.`),
  v.check(
    (name) => !ownHeaders.test(name),
    () => t`Browsers do not allow this header.`,
  ),
);

const nameMissing = () => t`Give the card a name.`;

/** What a form or a policy says of a card; a secret is no part of it. */
export const cardFormSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, nameMissing), v.maxLength(60)),
  /** By which responses call it: `{{card.<key>.…}}`. */
  key: v.pipe(
    v.string(),
    v.trim(),
    v.regex(
      /^[a-z][a-z0-9_]{0,29}$/,
      () => t`Up to 30 lower-case letters, digits and underscores, starting with a letter.`,
    ),
  ),
  /** Read it with `readCardAddress`. */
  address: v.pipe(
    v.string(),
    v.trim(),
    v.rawCheck(({ dataset, addIssue }) => {
      const read = dataset.typed
        ? readCardAddress(dataset.value)
        : { problem: t`Enter an address.` };
      if ('problem' in read) addIssue({ message: read.problem });
    }),
  ),
  header: v.optional(headerSchema),
});
export type CardForm = v.InferOutput<typeof cardFormSchema>;

/** A data card: own data of a team, asked for whenever a person is shown. */
export interface DataCard extends CardForm {
  id: string;
  origin: string;
  /** Set by the administrator. */
  isManaged: boolean;
  /** Epoch ms. */
  createdAt: number;
}

const text = v.string();
const truth = v.optional(v.boolean());
export const statusTones = ['neutral', 'good', 'warn', 'bad'] as const;

/** As read: amounts are decimal numbers, `currency` is ISO 4217, `truth` was sent as a boolean. */
const cardValueSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text, truth }),
  v.object({ kind: v.literal('number'), amount: text }),
  v.object({ kind: v.literal('money'), amount: text, currency: text }),
  /** A day (`2026-11-29`), or a moment in ISO 8601 with its zone. */
  v.object({ kind: v.literal('date'), at: text }),
  /** `url`: absolute, on the card's own origin. */
  v.object({ kind: v.literal('link'), url: text, text }),
  v.object({ kind: v.literal('status'), text, truth, tone: v.picklist(statusTones) }),
]);
export type CardValue = v.InferOutput<typeof cardValueSchema>;

export const cardContentSchema = v.object({
  title: v.optional(text),
  fields: v.array(v.object({ key: text, label: text, value: cardValueSchema })),
  tables: v.array(
    v.object({
      title: v.optional(text),
      columns: v.array(v.object({ label: text, isNumeric: v.boolean() })),
      /** `null`: nothing to show there. */
      rows: v.array(v.array(v.nullable(cardValueSchema))),
      /** Rows beyond those that are kept. */
      more: v.number(),
    }),
  ),
  /** How much of the answer could not be read and is left out. */
  dropped: v.number(),
  /** The first of these: where, and what is wrong with it. Holds no value of the answer. */
  problems: v.array(text),
});
/** What a card's server says of one person. */
export type CardContent = v.InferOutput<typeof cardContentSchema>;
export type CardField = CardContent['fields'][number];
export type CardTable = CardContent['tables'][number];

/** Why there is nothing new from a card's server. */
export const cardFailures = [
  'unauthorised',
  'forbidden',
  'nobody', // 404: it knows nothing of this person
  'rate-limited',
  'server-error',
  'refused',
  'redirected',
  'offline',
  'timeout',
  'too-large',
  'not-json',
  'not-a-card',
  'permission-missing',
  'no-secret',
  'locked',
] as const;
export type CardFailure = (typeof cardFailures)[number];

/** What a card holds of one person. */
export interface CardAnswerRow {
  cardId: string;
  /** The contact on screen. */
  connectionId: string;
  contactId: string;
  /** Which values left the browser for it. */
  sent: CardValues;
  /** Of whom a value is where it is not from the record on screen: connection and contact id. */
  borrowed?: Readonly<Partial<Record<CardVariable, string>>> | undefined;
  /** What the address needs and is not known; nothing was sent then. */
  lacking?: readonly CardVariable[] | undefined;
  content?: CardContent | undefined;
  /** Epoch ms at which `content` came. */
  fetchedAt?: number | undefined;
  /** Why the last request brought nothing. */
  failure?:
    | { kind: CardFailure; status?: number | undefined; retryAt?: number | undefined; at: number }
    | undefined;
  /** The request under way: whoever erases the row has its answer dropped. */
  asking?: string | undefined;
  /** Epoch ms of the last change. */
  updatedAt: number;
}

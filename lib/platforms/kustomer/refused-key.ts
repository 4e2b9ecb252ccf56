import * as v from 'valibot';
import type { TransportError } from '../../http/errors';
import { ConnectionProblem } from '../contract/api';
import { anyList, text } from '../shared/field-schemas';

const bodySchema = v.object({ errors: anyList });
/** Older dialect: `title` and `detail`; newer one: `message`. Both carry a `code`. */
const entrySchema = v.object({ title: text, detail: text, message: text, code: text });

const LONGEST_ERROR_TEXT = 200;

/**
 * What Kustomer says about a failure, as text for a person, at most 200 characters. Reads both
 * shapes that are in use, `{status, code, title, detail, source}` and `{code, message, meta}`, each
 * inside `errors[]`. `undefined` when the body says nothing of the kind.
 */
function kustomerErrorText(error: TransportError): string | undefined {
  const body = v.safeParse(bodySchema, parseJson(error.body ?? ''));
  if (!body.success) return undefined;
  const sentences = body.output.errors.flatMap((entry) => {
    const read = v.safeParse(entrySchema, entry);
    return read.success ? [sentenceOf(read.output)] : [];
  });
  const words = sentences.filter((sentence) => sentence !== '').join('; ');
  return words === '' ? undefined : words.slice(0, LONGEST_ERROR_TEXT);
}

function sentenceOf(entry: v.InferOutput<typeof entrySchema>): string {
  if (entry.message !== undefined) return entry.message;
  const parts = [entry.title, entry.detail].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(': ') : (entry.code ?? '');
}

/** An expired key is refused with a text that holds "Expired token". */
function isExpired(error: TransportError): boolean {
  return /expired/i.test(error.body ?? '');
}

/**
 * A key of another region is refused with a text that names both: "… associated with pod prod2 but
 * … handled by prod1". The status of that answer is not documented, so the text decides.
 */
export function isOfOtherRegion(error: TransportError): boolean {
  return /associated with pod\s+\S+.*handled by/is.test(error.body ?? '');
}

/**
 * What a refused key is to be told to a person. Meant for a failure of `GET /v1/auth/tokens/current`,
 * which every valid key may call: there a 401 or 403 is about the key, never about a missing role.
 * `undefined` for failures that say nothing about the key.
 */
export function keyProblem(error: TransportError, org: string): ConnectionProblem | undefined {
  if (isExpired(error) && isKeyStatus(error)) {
    return new ConnectionProblem(
      'expired-key',
      'This API key has expired. Ask an administrator for a new one: Settings › Security › API Keys.',
    );
  }
  if (isOfOtherRegion(error)) {
    return new ConnectionProblem(
      'wrong-key',
      `This API key belongs to another region of Kustomer than the organisation “${org}”. Check the organisation’s name, or use a key made there.`,
    );
  }
  if (isKeyStatus(error)) {
    return new ConnectionProblem('wrong-key', refusedKey(error, org));
  }
  if (error.failure === 'not-found') {
    return new ConnectionProblem(
      'not-the-platform',
      `Kustomer does not answer for an organisation “${org}”. Check its name in the address you work at.`,
    );
  }
  return undefined;
}

function isKeyStatus(error: TransportError): boolean {
  return error.failure === 'unauthorised' || error.failure === 'forbidden';
}

function refusedKey(error: TransportError, org: string): string {
  const words = kustomerErrorText(error);
  const said = words === undefined ? '' : ` It says: “${words}”.`;
  return `Kustomer refuses this API key (${error.status ?? 'no status'}).${said} Copy the whole key again, and make sure it was made in “${org}” and is not restricted to other IP addresses than yours.`;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import type { Transport } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import { joinSentences } from '../../text/join-sentences';
import { ConnectionProblem } from '../contract/api';
import { errorBody } from '../shared/error-body';
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
  const body = v.safeParse(bodySchema, errorBody(error));
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

/**
 * A transport that marks refusals of a key that has expired. Kustomer has no code of its own for it,
 * only the text "Expired token" (README.md#authentication). Only the words that a person reads depend on
 * it: any refused key has to be replaced.
 */
export function withExpiredKeys(inner: Transport): Transport {
  return {
    async send(request) {
      try {
        return await inner.send(request);
      } catch (error) {
        if (!(error instanceof TransportError) || !saysExpired(error)) throw error;
        const { status, body, retryAt } = error;
        throw new TransportError(error.failure, { status, body, retryAt, isExpired: true });
      }
    },
  };
}

function saysExpired(error: TransportError): boolean {
  return isKeyStatus(error) && /\bexpired token\b/i.test(error.body ?? '');
}

/**
 * What to tell a person about a refused key. Meant for a failure of `GET /v1/auth/tokens/current`, which
 * every valid key may call without a parameter: there any 4xx is about the key, never about a missing
 * role. A key of another region is refused in the same way; the status of that answer is not documented.
 * `undefined` for failures that say nothing about the key.
 */
export function keyProblem(error: TransportError, org: string): ConnectionProblem | undefined {
  // The service that carries the calls said that, not Kustomer.
  if (error.isOfRelay) return undefined;
  if (error.isExpired) {
    return new ConnectionProblem(
      'expired-key',
      t`This API key has expired. Ask an administrator for a new one: Settings › Security › API Keys.`,
    );
  }
  if (isKeyStatus(error) || error.failure === 'refused') {
    return new ConnectionProblem('wrong-key', refusedKey(error, org));
  }
  if (error.failure === 'not-found') {
    return new ConnectionProblem(
      'not-the-platform',
      t`Kustomer does not know an organisation called “${org}”. Check its name in the address where you work.`,
    );
  }
  return undefined;
}

function isKeyStatus(error: TransportError): boolean {
  return error.failure === 'unauthorised' || error.failure === 'forbidden';
}

function refusedKey(error: TransportError, org: string): string {
  const words = kustomerErrorText(error);
  const { status } = error;
  return joinSentences(
    status === undefined
      ? t`Kustomer rejects this API key.`
      : t`Kustomer rejects this API key (${status}).`,
    words === undefined ? undefined : t`It says: “${words}”.`,
    t`Copy the complete key again, and make sure that it was created in “${org}”, not in an organisation in another region, and that it is not restricted to IP addresses other than yours.`,
  );
}

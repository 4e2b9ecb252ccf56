import { t } from '@lingui/core/macro';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import { isJsonObject } from '../../model/json-object';
import { type ApiPorts, ConnectionProblem, type ConnectionReport } from '../contract/api';
import { isAnswerAboutClient, refusedKeys } from './calls';

/** No client has this id, so asking for it distinguishes good keys from wrong ones. */
const unknownClientId = 'deskside-key-check';

/**
 * Tries the keys. There is no "who am I" and no list; what is answered to an unknown id and to wrong
 * keys is not known (README.md#authentication). So the same is asked once more with made-up keys:
 * another answer proves these, the same one proves nothing, which the report then says. Throws
 * `ConnectionProblem` for a success that holds an error, and `TransportError` for every other failure.
 */
export async function checkChatraKeys(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const own = await ask(ports, false, signal);
  if (own === 'a client') return { warnings: [] };
  const madeUp = await ask(ports, true, signal);
  const isProven = madeUp !== own && madeUp !== failed;
  return { warnings: isProven ? [] : [unproven()] };
}

const failed = 'a failure';

const unproven = () =>
  t`Chatra’s answer is the same for these keys and for made-up ones, so Deskside cannot tell whether they are right. If they are wrong, you will see that as soon as a conversation is open.`;

/** The answer: a client, or the status with which an unknown client is answered. */
async function ask(
  ports: ApiPorts,
  withMadeUpSecret: boolean,
  signal: AbortSignal,
): Promise<string> {
  try {
    const { status, body } = await ports.transport.send({
      method: 'GET',
      path: path`/api/clients/${unknownClientId}`,
      signal,
      ...(withMadeUpSecret ? { withMadeUpSecret } : {}),
    });
    if (isAnswerAboutClient(body)) return 'a client';
    if (body === null || body === undefined) return `nothing (${status})`;
    if (withMadeUpSecret) return 'something else';
    throw isJsonObject(body)
      ? new ConnectionProblem(
          'wrong-key',
          t`Chatra answered with an error instead of a contact. Check both keys.`,
        )
      : new TransportError('not-json', { status });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (error.failure === 'not-found' || error.status === 400) return `nobody (${error.status})`;
    if (!withMadeUpSecret) throw refusedKeys(error);
    return refusalOfMadeUp(error);
  }
}

function refusalOfMadeUp(error: TransportError): string {
  if (['unauthorised', 'forbidden'].includes(error.failure)) return 'refused';
  // Wrong keys may make the service fail. That these did not is no proof, but nothing against them
  // either.
  if (error.failure === 'server-error') return failed;
  throw refusedKeys(error);
}

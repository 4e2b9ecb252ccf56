import { t } from '@lingui/core/macro';
import { path } from '../../http/encode-path';
import type { EncodedPath } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import type { Connection } from '../../model/connection';
import { isJsonObject } from '../../model/json-object';
import { type ApiPorts, ConnectionProblem, type ConnectionReport } from '../contract/api';
import { readEach } from '../shared/read-each';
import { isErrorForm } from './calls';
import { operatorReferenceSchema } from './schemas';

/**
 * Tries the key with `GET /api/v1/me.json`, the documented test call. The content of its answer is not
 * documented, so names are shown where they appear in a plausible place, and the key counts as good only
 * when a list of a documented form comes too: operators, or else visitors. Throws `ConnectionProblem`
 * when the answer is not Chaport's, and `TransportError` for everything else.
 */
export async function checkChaportToken(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const { connection } = ports;
  const { apiOrigin } = connection;
  try {
    const body = await readSelf(ports, signal);
    if (isJsonObject(body) && isErrorForm(body)) throw refusedKey(connection);
    const isProven =
      (await givesList(ports, path`/api/v1/operators`, signal).catch(refusesOperators)) ||
      (await givesList(ports, path`/api/v1/visitors`, signal));
    if (!isProven) throw refusedKey(connection);
    return readReport(body);
  } catch (error) {
    if (error instanceof TransportError && !error.isOfRelay && isForeign(error)) {
      throw new ConnectionProblem(
        'not-the-platform',
        t`${apiOrigin} does not seem to be Chaport. Check the region, and whether a sign-in page stands between this computer and Chaport.`,
      );
    }
    throw error;
  }
}

/** The answer of the test call; nothing where it cannot be called, and the lists have to be enough. */
async function readSelf({ transport }: ApiPorts, signal: AbortSignal): Promise<unknown> {
  try {
    return (await transport.send({ method: 'GET', path: path`/api/v1/me.json`, signal })).body;
  } catch (error) {
    if (error instanceof TransportError && error.failure === 'relay-no-way') return undefined;
    throw error;
  }
}

/** Whether a list comes in the documented form, with something in it that has an id. */
async function givesList(
  ports: ApiPorts,
  address: EncodedPath,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await ports.transport.send({ method: 'GET', path: address, signal });
  if (!isJsonObject(answer.body) || isErrorForm(answer.body)) return false;
  return readEach(operatorReferenceSchema, answer.body.result).items.length > 0;
}

/** Failure of one list says nothing about the key; the other list does. */
function refusesOperators(error: unknown): false {
  if (error instanceof TransportError && mayFailAlone.has(error.failure)) return false;
  throw error;
}

const mayFailAlone: ReadonlySet<string> = new Set([
  ...['server-error', 'forbidden', 'not-found', 'refused', 'not-json'],
]);

function refusedKey({ label }: Connection): ConnectionProblem {
  return new ConnectionProblem(
    'wrong-key',
    t`${label} answered with an error instead of the account’s data. Check the access token.`,
  );
}

function isForeign(error: TransportError): boolean {
  return error.failure === 'not-found' || error.failure === 'not-json';
}

function readReport(body: unknown): ConnectionReport {
  const whole = isJsonObject(body) ? body : {};
  const me = isJsonObject(whole.result) ? whole.result : whole;
  const email = word(me.email);
  const name = word(me.name);
  const account = nameOf(me.account) ?? nameOf(me.company) ?? nameOf(me.organization);
  // An e-mail address marks the record of an operator; without one a name is the account's.
  return {
    accountName: account ?? (email === undefined ? name : undefined),
    agentName: email === undefined ? undefined : (name ?? email),
    agentEmail: email,
    warnings: [],
  };
}

function nameOf(value: unknown): string | undefined {
  return isJsonObject(value) ? word(value.name) : word(value);
}

function word(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim().slice(0, 120) : '';
  return text === '' ? undefined : text;
}

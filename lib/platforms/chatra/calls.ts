import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { isNotFound, TransportError } from '../../http/transport-error';
import { isJsonObject } from '../../model/json-object';
import type { ApiPorts } from '../contract/api';
import { type Client, clientSchema } from './schemas';

/** Fact of the account: `yes` or `no`. */
const clientByChatFact = 'clientByChatId';

/**
 * Tries to read a client by the id of its chat. `GET /api/clients/{id}` is documented for the client's
 * own id only, which nothing in the API derives from the chat on screen. Whether the chat's id works as
 * well is not known, so it is tried once per account and the result is stored.
 */
export class ClientByChat {
  readonly #ports: ApiPorts;
  #known: string | undefined;

  constructor(ports: ApiPorts) {
    this.#ports = ports;
    this.#known = ports.connection.facts[clientByChatFact];
  }

  /**
   * The client, or `undefined` when this account does not return it. A temporary failure is no reason to
   * know less than the page shows, unless the account is known to answer; keys that are refused throw in
   * any case.
   */
  async read(chatId: string, signal: AbortSignal): Promise<Client | undefined> {
    if (this.#known === 'no') return undefined;
    try {
      const client = await readClient(this.#ports, chatId, signal);
      await this.#learn(client === undefined ? 'no' : 'yes');
      return client;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      if (this.#known === 'yes' || isAboutAccess(error)) throw error;
      return undefined;
    }
  }

  /** A single unknown chat says nothing about an account that has answered before. */
  async #learn(answer: 'yes' | 'no'): Promise<void> {
    if (this.#known !== undefined) return;
    this.#known = answer;
    await this.#ports.remember(clientByChatFact, answer);
  }
}

/**
 * Reads a client; `undefined` when the id is unknown, for which 404, 400 and a `null` body are
 * plausible answers. Throws `TransportError('unauthorised')` for 403 as for 401: keys are for the
 * whole account, so there is no key with fewer rights.
 */
export async function readClient(
  ports: ApiPorts,
  id: string,
  signal: AbortSignal,
): Promise<Client | undefined> {
  try {
    const { status, body } = await ports.transport.send({
      method: 'GET',
      path: path`/api/clients/${id}`,
      signal,
    });
    if (body === null || body === undefined) return undefined;
    const client = v.safeParse(clientSchema, body);
    if (client.success && isAnswerAboutClient(body)) return client.output;
    throw new TransportError('not-json', { status });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    if (isNotFound(error) || error.status === 400) return undefined;
    throw refusedKeys(error);
  }
}

/** Whether an answer describes a client: it has one of the attested fields, and no error. */
export function isAnswerAboutClient(body: unknown): boolean {
  if (!isJsonObject(body) || isErrorForm(body)) return false;
  const { info, basicInfo, integrationData, id, chatId, displayedName } = body;
  const isNamed = [id, chatId, displayedName].some(
    (each) => typeof each === 'string' && each !== '',
  );
  return isNamed || [info, basicInfo, integrationData].some(isJsonObject);
}

/** What errors hold is unknown (`README.md`): each usual form that no client has is taken for one. */
function isErrorForm(body: Readonly<Record<string, unknown>>): boolean {
  const { error, errors, success, ok } = body;
  if (success === false || ok === false) return true;
  return (error ?? false) !== false || (Array.isArray(errors) && errors.length > 0);
}

/**
 * Changes the fields of a client that are given. Throws `TransportError`, `refused` also for a success that
 * holds an error.
 */
export async function changeClient(
  { transport }: ApiPorts,
  id: string,
  body: Readonly<Record<string, string | null>>,
  signal: AbortSignal,
): Promise<void> {
  const address = path`/api/clients/${id}`;
  const { status, body: answer } = await transport.send({
    method: 'PUT',
    path: address,
    body,
    signal,
  });
  if (!isJsonObject(answer) || !isErrorForm(answer)) return;
  throw new TransportError('refused', { status, body: JSON.stringify(answer).slice(0, 500) });
}

/** Keys are for the whole account: 403 says the same as 401. Other failures stay as they are. */
export function refusedKeys(error: TransportError): TransportError {
  if (error.failure !== 'forbidden') return error;
  return new TransportError('unauthorised', {
    status: error.status ?? 403,
    body: error.body ?? '',
  });
}

function isAboutAccess({ failure }: TransportError): boolean {
  const isRefused = ['unauthorised', 'no-secret', 'locked', 'permission-missing'].includes(failure);
  return isRefused || failure.startsWith('relay-');
}

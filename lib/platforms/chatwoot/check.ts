import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import { ConnectionProblem, type ConnectionReport } from '../contract/api';
import { errorBody } from '../shared/error-body';
import { readEach } from '../shared/read-each';
import { chooseAccount, roleWarnings } from './accounts';
import { type ChatwootClient, profilePath } from './calls';
import { isAtLeast } from './compare-versions';
import { chatwootAccountSchema, chatwootProfileSchema, chatwootServerSchema } from './schemas';

/**
 * Tries the address, then the key, then the account. The first of `accounts` in the report is the
 * account this connection uses: the chosen one, or, where none was chosen, the one the key's owner
 * was active in last. Throws `ConnectionProblem` in words for a person when the host is no
 * Chatwoot, the key is wrong or of the wrong kind, or the account is not open to it.
 */
export async function checkChatwoot(
  client: ChatwootClient,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const version = await readVersion(client, signal);
  if (version !== undefined) await client.deployment.learn('version', version);
  const profile = await readProfile(client, signal);
  if (profile.id !== undefined) await client.deployment.learn('ownUserId', profile.id);
  const memberships = readEach(chatwootAccountSchema, profile.accounts).items;
  const [account, ...others] = chooseAccount(
    memberships,
    client.ports.connection.account,
    profile.account_id,
  );
  await client.deployment.learn('roleReadAt', String(client.ports.now()));
  return {
    accountName: account.name,
    agentName: profile.available_name ?? profile.name ?? profile.email,
    agentEmail: profile.email,
    version,
    accounts: [account, ...others].map(({ id, name }) => ({ id, name: name ?? t`Account ${id}` })),
    warnings: [...roleWarnings(account), ...versionWarnings(version)],
    restricted: roleWarnings(account).length > 0,
  };
}

async function readProfile(
  client: ChatwootClient,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof chatwootProfileSchema>> {
  let body: unknown;
  try {
    body = await client.calls.get(profilePath, signal);
  } catch (error) {
    throw refusedKey(error, client.ports.connection.apiOrigin) ?? error;
  }
  const profile = v.safeParse(chatwootProfileSchema, body);
  if (!profile.success) {
    throw new ConnectionProblem('bad-answer', t`Deskside cannot read Chatwoot’s answer.`);
  }
  return profile.output;
}

/**
 * What refuses the key, by the form of the answer: `errors` is what the server says when no key reached
 * it, `error` when it got one that it does not accept; anything else did not come from Chatwoot.
 */
function refusedKey(error: unknown, origin: string): ConnectionProblem | undefined {
  if (!(error instanceof TransportError) || error.status !== 401) return undefined;
  const body = errorBody(error) ?? {};
  if ('errors' in body) {
    return new ConnectionProblem(
      'wrong-key',
      t`The access token did not reach Chatwoot: a proxy in front of it seems to remove the header Api-Access-Token. Ask the administrator of this Chatwoot server to let it through.`,
    );
  }
  if (!('error' in body)) return signInBefore(origin);
  return new ConnectionProblem(
    'wrong-key',
    t`Chatwoot does not accept this access token. Copy your own again from Profile settings: after a reset only the new one works, and the token of an agent bot or a platform app does not work here.`,
  );
}

function versionWarnings(version: string | undefined): string[] {
  if (version === undefined || isAtLeast(version, '4.14.2') !== false) return [];
  return [
    t`Chatwoot ${version} only lists the 20 latest conversations of a contact; version 4.14.2 and later list all of them.`,
  ];
}

/**
 * Asks `GET /api`, which needs no key, whether this is a Chatwoot at all, and returns its version;
 * `undefined` where this call, whose path is apart from all others, cannot be made. Throws
 * `ConnectionProblem` when something else answers; lets `TransportError` pass when nothing does.
 */
async function readVersion(
  client: ChatwootClient,
  signal: AbortSignal,
): Promise<string | undefined> {
  let body: unknown;
  try {
    body = await client.calls.get(path`/api`, signal);
  } catch (error) {
    if (error instanceof TransportError && error.failure === 'relay-no-way') return undefined;
    throw foreignAnswer(error, client.ports.connection.apiOrigin) ?? error;
  }
  const server = v.safeParse(chatwootServerSchema, body);
  if (!server.success) throw notChatwoot(client.ports.connection.apiOrigin);
  return server.output.version;
}

/** Answers that no Chatwoot gives to this call: a web page, "not found", a request to sign in. */
function foreignAnswer(error: unknown, origin: string): ConnectionProblem | undefined {
  if (!(error instanceof TransportError)) return undefined;
  switch (error.failure) {
    case 'not-json':
    case 'not-found':
    case 'refused':
      return notChatwoot(origin);
    case 'unauthorised':
    case 'forbidden':
      return signInBefore(origin);
    default:
      return undefined;
  }
}

function signInBefore(origin: string): ConnectionProblem {
  const host = hostOf(origin);
  return new ConnectionProblem(
    'not-the-platform',
    t`${host} asks for a sign-in before Chatwoot can be reached. Your browser needs direct access to its API.`,
  );
}

function notChatwoot(origin: string): ConnectionProblem {
  const host = hostOf(origin);
  return new ConnectionProblem(
    'not-the-platform',
    t`${host} answers, but it is not a Chatwoot server. Check the address: it’s the one where you sign in to Chatwoot.`,
  );
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}

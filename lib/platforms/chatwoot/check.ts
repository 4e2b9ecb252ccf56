import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { ConnectionProblem, type ConnectionReport } from '../contract/api';
import { chooseAccount } from './accounts';
import type { Tools } from './calls';
import { readList } from './read-list';
import { roleWarnings } from './role-warnings';
import { accountShape, profileShape } from './schemas';
import { readVersion } from './server';
import { isAtLeast } from './versions';

/**
 * Tries the address, then the key, then the account. The first of `accounts` in the report is the
 * account this connection uses: the chosen one, or, where none was chosen, the one the key's owner
 * was active in last. Throws `ConnectionProblem` in words for a person when the host is no
 * Chatwoot, the key is wrong or of the wrong kind, or the account is not open to it.
 */
export async function check(tools: Tools, signal: AbortSignal): Promise<ConnectionReport> {
  const version = await readVersion(tools, signal);
  await tools.facts.learn('version', version);
  const profile = await readProfile(tools, signal);
  const memberships = readList(accountShape, profile.accounts).items;
  const [account, ...others] = chooseAccount(
    memberships,
    tools.ports.connection.account,
    profile.account_id,
  );
  return {
    accountName: account.name,
    agentName: profile.available_name ?? profile.name ?? profile.email,
    version,
    accounts: [account, ...others].map(({ id, name }) => ({ id, name: name ?? `Account ${id}` })),
    warnings: [...roleWarnings(account), ...versionWarnings(version)],
    restricted: roleWarnings(account).length > 0,
  };
}

async function readProfile(
  tools: Tools,
  signal: AbortSignal,
): Promise<v.InferOutput<typeof profileShape>> {
  let body: unknown;
  try {
    body = await tools.calls.get(path`/api/v1/profile`, signal);
  } catch (error) {
    throw refusedKey(error) ?? error;
  }
  const profile = v.safeParse(profileShape, body);
  if (!profile.success) {
    throw new ConnectionProblem('bad-answer', 'Chatwoot answered in a form that cannot be read.');
  }
  return profile.output;
}

/** What the refusal's body says about the key: its wording is fixed in Chatwoot's source. */
function refusedKey(error: unknown): ConnectionProblem | undefined {
  if (!(error instanceof TransportError) || error.status !== 401) return undefined;
  const body = error.body ?? '';
  if (body.includes('not authorized for bots')) {
    return new ConnectionProblem(
      'wrong-key',
      'This is the token of an agent bot or a platform app. Use your own access token from Profile settings.',
    );
  }
  if (body.includes('You need to sign in')) {
    return new ConnectionProblem(
      'wrong-key',
      'The access token did not reach Chatwoot: a proxy in front of it seems to remove the header Api-Access-Token. Ask whoever runs this Chatwoot to let it through.',
    );
  }
  return new ConnectionProblem(
    'wrong-key',
    'Chatwoot does not know this access token. Copy it again from Profile settings; after a reset only the new one works.',
  );
}

function versionWarnings(version: string): string[] {
  if (isAtLeast(version, '4.14.2') !== false) return [];
  return [
    `Chatwoot ${version} lists only the 20 latest conversations of a contact; from 4.14.2 on, all of them.`,
  ];
}

import { t } from '@lingui/core/macro';
import * as v from 'valibot';
import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import { type ApiPorts, ConnectionProblem, type ConnectionReport } from '../contract/api';
import { currentTokenPath, fetchResource, isRefusal } from './calls';
import { organisationOf } from './connection-form';
import { keyProblem } from './refused-key';
import { allows, missingRight, needs, newKeyNeeded, rememberRights } from './roles';
import { envelopeSchema, organisationSchema, tokenSchema, userSchema } from './schemas';

/**
 * Tries the key with `GET /v1/auth/tokens/current`, which needs no role and lists the key's roles,
 * then asks whose key it is (`/v1/orgs/current`, `/v1/users/current`; either may be refused for
 * want of a role). Throws `ConnectionProblem` for a key that is refused, belongs to another
 * organisation or cannot find customers; `TransportError` when Kustomer cannot be asked.
 */
export async function checkConnection(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<ConnectionReport> {
  const org = organisationOf(ports.connection.apiOrigin) ?? ports.connection.label;
  const token = await currentToken(ports, org, signal);
  const [accountName, human] = await Promise.all([
    organisationName(ports, signal),
    ownerOfKey(ports, signal),
  ]);
  assertSameOrganisation(accountName, org);
  const warnings = warningsFor(token.roles);
  await rememberRights(ports, token.roles);
  return {
    accountName: accountName ?? org,
    ...human,
    warnings,
    provesAccount: accountName !== undefined && organisationOf(accountName) === org,
  };
}

interface Token {
  /** `undefined` when Kustomer does not say. */
  roles: string[] | undefined;
}

async function currentToken(ports: ApiPorts, org: string, signal: AbortSignal): Promise<Token> {
  const raw = await askForToken(ports, org, signal);
  const token = v.safeParse(tokenSchema, raw);
  if (!token.success) {
    const host = `${org}.api.kustomerapp.com`;
    throw new ConnectionProblem(
      'not-the-platform',
      t`The answer from ${host} does not come from Kustomer. Check the organisation’s name.`,
    );
  }
  const { roles } = token.output.attributes;
  return { roles: roles?.filter((role) => typeof role === 'string') };
}

async function askForToken(ports: ApiPorts, org: string, signal: AbortSignal): Promise<unknown> {
  try {
    const answer = await ports.transport.send({
      method: 'GET',
      path: currentTokenPath,
      signal,
    });
    const body = v.safeParse(envelopeSchema, answer.body);
    return body.success ? body.output.data : undefined;
  } catch (error) {
    if (error instanceof TransportError) throw keyProblem(error, org) ?? error;
    throw error;
  }
}

async function organisationName(ports: ApiPorts, signal: AbortSignal): Promise<string | undefined> {
  const raw = await fetchUnlessRefused(ports, path`/v1/orgs/current`, signal);
  const organisation = v.safeParse(organisationSchema, raw);
  return organisation.success ? organisation.output.attributes.name : undefined;
}

/**
 * Whose key it is: nobody's when it belongs to a machine, as API keys do (README.md#authentication).
 */
async function ownerOfKey(
  ports: ApiPorts,
  signal: AbortSignal,
): Promise<Pick<ConnectionReport, 'agentName' | 'agentEmail'>> {
  const raw = await fetchUnlessRefused(ports, path`/v1/users/current`, signal);
  const user = v.safeParse(userSchema, raw);
  if (!user.success) return {};
  const { userType = 'machine', displayName, name, email } = user.output.attributes;
  return userType === 'machine' ? {} : { agentName: displayName ?? name, agentEmail: email };
}

async function fetchUnlessRefused(
  ports: ApiPorts,
  resource: Parameters<typeof fetchResource>[1],
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await fetchResource(ports, resource, signal);
  } catch (error) {
    // The key itself was accepted a moment ago, so this is a role that only a name depends on.
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** A name that could not be a subdomain says nothing about whose key it is. */
function assertSameOrganisation(name: string | undefined, org: string): void {
  const owner = name === undefined ? undefined : organisationOf(name);
  if (owner === undefined || owner === org) return;
  throw new ConnectionProblem(
    'other-account',
    t`This API key belongs to the Kustomer organisation “${owner}”, not to “${org}”. Use a key created in “${org}”, or enter “${owner}” as the organisation.`,
  );
}

function warningsFor(roles: string[] | undefined): string[] {
  if (roles === undefined) {
    return [
      t`Kustomer did not say which roles Deskside has there. You’ll see what is not allowed when it’s needed.`,
    ];
  }
  if (!allows(roles, needs.customers)) {
    throw new ConnectionProblem('missing-right', newKeyNeeded(needs.customers));
  }
  // No reading depends on the right to change customers: only somebody who wants to change them is told.
  const { customers: _customers, customerChange: _optional, ...others } = needs;
  return Object.values(others)
    .filter((need) => !allows(roles, need))
    .map(missingRight);
}

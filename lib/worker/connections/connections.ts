import { t } from '@lingui/core/macro';
import type { Payload } from '../../messaging/commands';
import type { DescribeAnswer, TestAnswer } from '../../messaging/options-commands';
import type { Connection, MembraneLink } from '../../model/connection';
import { matchPatternsOf } from '../../model/match-patterns';
import { MEMBRANE_BASE } from '../../model/membrane-account';
import { deleteWithoutRoom } from '../delete-without-room';
import { forgetReadTimes } from '../notes/refresh';
import { factsOfVisitors } from '../person-lookup/visitor-addresses';
import type { WorkerPorts } from '../ports';
import { type ConnectionDraft, keepSecrets, tryDraft } from './draft';
import { eraseConnectionData } from './erase-data';
import type { ConnectionPorts } from './ports';
import { connectionToSameAccount, sameAccount } from './same-account';

/** Where the answers of a form lead, or what is wrong with them. */
export async function describeDraft(
  ports: ConnectionPorts,
  draft: Payload<'options.describe'>,
): Promise<DescribeAnswer> {
  const definition = ports.definitionOf(draft.platform);
  const target = definition.readFields(draft.fields);
  if ('problems' in target) return { kind: 'problems', problems: target.problems };
  // Also before anybody is signed in: the helpdesk's own host is never called that way.
  const apiOrigin =
    draft.isThroughMembrane === true
      ? ((await ports.membrane.base()) ?? MEMBRANE_BASE)
      : target.apiOrigin;
  const called = { ...target, apiOrigin };
  const keyPage = definition.keyPage?.(target);
  const permissions = matchPatternsOf(called);
  return {
    kind: 'target',
    permissions,
    label: target.label,
    page: target.pageOrigin,
    ...(keyPage && { keyPage }),
  };
}

/**
 * Tries a draft against the platform; nothing of it, and nothing of a kept connection, changes. Where one that
 * was failing is accepted as it is kept, what waited for it goes on.
 */
export async function testDraft(
  ports: ConnectionPorts,
  draft: ConnectionDraft,
): Promise<TestAnswer> {
  const entered = Object.keys(await ports.readDraftSecrets(draft.draftId));
  const attempt = await tryDraft(ports, draft);
  await ports.forgetDraft(draft.draftId);
  if (attempt.failure !== undefined) return attempt.failure;
  const kept = await ports.database.connections.get(draft.connectionId ?? '');
  const isFailing = kept?.health.state === 'failing' && sameAccount(kept, attempt.connection);
  if (isFailing && entered.length === 0) await ports.connectionsChanged();
  return { kind: 'ok', ...attempt.report };
}

/** Tries a draft and, if the platform accepts it, keeps it as a connection. */
export async function saveConnection(
  ports: ConnectionPorts,
  draft: Payload<'options.save'>,
): Promise<TestAnswer> {
  const attempt = await tryDraft(ports, draft);
  await ports.forgetDraft(draft.draftId);
  if (attempt.failure !== undefined) return attempt.failure;
  const { connection, secrets, report } = attempt;
  const twin = await connectionToSameAccount(ports, connection);
  if (twin !== undefined && draft.connectionId !== undefined && twin.id !== draft.connectionId) {
    const { label } = twin;
    const message = t`This account is already connected as “${label}”. Remove one of the two.`;
    return { kind: 'failed', message };
  }
  const before = await ports.database.connections.get(draft.connectionId ?? twin?.id ?? '');
  // Decisions and notes belong to the account: another account starts without them.
  const replaced = before !== undefined && !sameAccount(before, connection) ? before : undefined;
  const isKnown = before !== undefined && replaced === undefined;
  const saved: Connection = {
    ...connection,
    id: isKnown
      ? before.id
      : await idOfAccount(ports, connection, ports.newId(connection.platform)),
    createdAt: isKnown ? before.createdAt : connection.createdAt,
    facts: { ...(isKnown && factsOfVisitors(before)), ...connection.facts },
    label: draft.label?.trim() || report.accountName || connection.label,
    health: { state: 'ok', checkedAt: ports.now(), okAt: ports.now() },
  };
  // Nothing of the earlier account is deleted before the new key is stored.
  const problem = await keepSecrets(ports, saved, secrets);
  if (problem !== undefined) return problem;
  try {
    await ports.whileStopped(async () => {
      if (replaced !== undefined) await eraseConnection(ports, replaced.id);
      // What goes through Membrane needs no key here, and none is stored.
      if (saved.transport === 'membrane') await ports.forgetSecrets(saved.id);
      await ports.database.connections.put(saved);
      ports.forgetApi(saved.id);
    });
  } catch (error) {
    // Of a connection that nobody sees nobody could remove the key.
    if (!isKnown) await ports.forgetSecrets(saved.id);
    throw error;
  }
  await ports.connectionsChanged(before);
  return { kind: 'ok', ...report, connectionId: saved.id };
}

/** A person says that the account behind a connection in Membrane is the right one. */
export async function confirmAccount(ports: ConnectionPorts, connectionId: string): Promise<void> {
  await proveAccount(ports, connectionId, 'confirmed');
  await ports.whileStopped(async () => ports.forgetApi(connectionId));
  await ports.connectionsChanged();
}

/** Keeps for good how it is known that the right account answers. */
export async function proveAccount(
  { database }: Pick<WorkerPorts, 'database'>,
  connectionId: string,
  proof: MembraneLink['proof'],
): Promise<void> {
  await database.connections
    .where('id')
    .equals(connectionId)
    .modify((connection) => {
      if (connection.membrane !== undefined) connection.membrane.proof = proof;
    });
}

/** Keeps whether the key of a connection shows only a part of the account. */
export async function rememberRestriction(
  { database }: Pick<WorkerPorts, 'database'>,
  connectionId: string,
  restricted: boolean,
): Promise<void> {
  await database.connections.update(connectionId, { restricted });
}

/** Keeps what an adapter has found out about a connection's account. */
export async function rememberFact(
  { database }: Pick<WorkerPorts, 'database'>,
  connectionId: string,
  key: string,
  value: string,
): Promise<void> {
  await database.connections
    .where('id')
    .equals(connectionId)
    .modify((connection) => {
      connection.facts[key] = value;
    });
}

/** Removes a connection with its secrets and everything that came through it. */
export async function removeConnection(
  ports: ConnectionPorts,
  connectionId: string,
): Promise<void> {
  const connection = await ports.database.connections.get(connectionId);
  await ports.whileStopped(() => eraseConnection(ports, connectionId));
  await ports.connectionsChanged(connection);
}

async function eraseConnection(ports: ConnectionPorts, connectionId: string): Promise<void> {
  await ports.forgetSecrets(connectionId);
  ports.forgetApi(connectionId);
  const { database } = ports;
  await deleteWithoutRoom(database, () =>
    eraseConnectionData(database, connectionId, { withConnection: true }),
  );
  forgetReadTimes(database);
}

/**
 * The id of a new connection: the same whenever the same account is connected, so that what was
 * decided and noted about its contacts holds again after the connection was removed. `otherwise`
 * where another connection has that id already.
 */
async function idOfAccount(
  { database }: Pick<WorkerPorts, 'database'>,
  connection: Connection,
  otherwise: string,
): Promise<string> {
  const { platform, apiOrigin, pageOrigin, account } = connection;
  const text = JSON.stringify([apiOrigin, pageOrigin, account ?? null]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const bytes = [...new Uint8Array(digest, 0, 8)];
  const id = `${platform}-${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  return (await database.connections.get(id)) === undefined ? id : otherwise;
}

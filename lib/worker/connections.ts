import { TransportError } from '../http/errors';
import type { DescribeAnswer, Payload, TestAnswer } from '../messaging/protocol';
import type { Connection } from '../model/connection';
import type { ConnectionReport, PlatformApi } from '../platforms/contract/api';
import type { ConnectionTarget, PlatformDefinition } from '../platforms/contract/definition';
import type { Secrets } from '../storage/secrets';
import { connectionFailureWords } from './connection-words';
import { eraseConnectionData } from './erase';
import { patternsOf } from './permissions';
import type { WorkerPorts } from './ports';

/** What the service needs beyond the common ports; the browser's part is put in by the worker. */
export interface ConnectionPorts extends WorkerPorts {
  createApi(connection: Connection, secrets: () => Promise<Secrets>): PlatformApi;
  forgetApi(connectionId: string): void;
  readSecrets(connectionId: string): Promise<Secrets | undefined>;
  readDraftSecrets(draftId: string): Promise<Secrets>;
  writeSecrets(connectionId: string, secrets: Secrets): Promise<void>;
  forgetSecrets(connectionId: string): Promise<void>;
  forgetDraft(draftId: string): Promise<void>;
  newId(platform: string): string;
  /** Called when connections were added, changed or removed. */
  connectionsChanged(removed?: Connection): Promise<void>;
}

type Draft = Payload<'options.test'>;

/** Where the answers of a form lead, or what is wrong with them. */
export function describeDraft(
  ports: WorkerPorts,
  draft: Payload<'options.describe'>,
): DescribeAnswer {
  const target = ports.definitionOf(draft.platform).readFields(draft.fields);
  if ('problems' in target) return { kind: 'problems', problems: target.problems };
  return { kind: 'target', permissions: patternsOf(target), label: target.label };
}

/** Tries a draft against the platform without keeping it. */
export async function testDraft(ports: ConnectionPorts, draft: Draft): Promise<TestAnswer> {
  const attempt = await tryDraft(ports, draft);
  return 'failure' in attempt ? attempt.failure : { kind: 'ok', ...attempt.report };
}

/** Tries a draft and, if the platform accepts it, keeps it as a connection. */
export async function saveConnection(
  ports: ConnectionPorts,
  draft: Payload<'options.save'>,
): Promise<TestAnswer> {
  const attempt = await tryDraft(ports, draft);
  if ('failure' in attempt) return attempt.failure;
  const { connection, secrets, report } = attempt;
  const before = await findExisting(ports, connection, draft.connectionId);
  const kept: Connection = {
    ...connection,
    id: before?.id ?? connection.id,
    createdAt: before?.createdAt ?? connection.createdAt,
    label: draft.label?.trim() || report.accountName || connection.label,
    health: { state: 'ok', checkedAt: ports.now() },
  };
  if (before !== undefined && !sameAccount(before, kept)) {
    await eraseConnectionData(ports.database, kept.id);
  }
  await ports.writeSecrets(kept.id, secrets);
  await ports.database.connections.put(kept);
  await ports.forgetDraft(draft.draftId);
  ports.forgetApi(kept.id);
  await ports.connectionsChanged();
  return { kind: 'ok', ...report, connectionId: kept.id };
}

/** Removes a connection with its secrets and everything that came through it. */
export async function removeConnection(
  ports: ConnectionPorts,
  connectionId: string,
): Promise<void> {
  const connection = await ports.database.connections.get(connectionId);
  await ports.database.connections.delete(connectionId);
  await ports.forgetSecrets(connectionId);
  ports.forgetApi(connectionId);
  await eraseConnectionData(ports.database, connectionId);
  await ports.connectionsChanged(connection);
}

type Attempt =
  | { connection: Connection; secrets: Secrets; report: ConnectionReport }
  | { failure: TestAnswer };

async function tryDraft(ports: ConnectionPorts, draft: Draft): Promise<Attempt> {
  const definition = ports.definitionOf(draft.platform);
  const target = definition.readFields(draft.fields);
  if ('problems' in target) {
    const [first] = Object.values(target.problems);
    return failed(first ?? 'Check what you entered.', { problems: target.problems });
  }
  const stored =
    draft.connectionId === undefined ? undefined : await ports.readSecrets(draft.connectionId);
  const secrets = { ...stored, ...(await ports.readDraftSecrets(draft.draftId)) };
  const connection = draftConnection(ports, definition, draft, target);
  try {
    const api = ports.createApi(connection, async () => secrets);
    const report = await api.check(AbortSignal.timeout(60_000));
    const account = connection.account ?? report.accounts?.[0]?.id;
    return { connection: { ...connection, ...reportedFields(report), account }, secrets, report };
  } catch (error) {
    const label = definition.descriptor.label;
    return failed(connectionFailureWords(error, label, target.apiOrigin), {
      httpStatus: error instanceof TransportError ? error.status : undefined,
    });
  }
}

function failed(
  message: string,
  more: { problems?: Record<string, string>; httpStatus?: number | undefined },
): Attempt {
  return { failure: { kind: 'failed', message, ...more } };
}

function draftConnection(
  ports: ConnectionPorts,
  definition: PlatformDefinition,
  draft: Draft,
  target: ConnectionTarget,
): Connection {
  return {
    id: draft.connectionId ?? ports.newId(draft.platform),
    platform: definition.descriptor.name,
    label: target.label,
    apiOrigin: target.apiOrigin,
    pageOrigin: target.pageOrigin,
    account: target.account,
    transport: 'direct',
    health: { state: 'unknown' },
    facts: {},
    fields: draft.fields,
    createdAt: ports.now(),
  };
}

function reportedFields(report: ConnectionReport) {
  return {
    accountName: report.accountName,
    agentName: report.agentName,
    version: report.version,
  };
}

/** The connection a draft replaces: the one being edited, or one for the same account. */
async function findExisting(
  ports: ConnectionPorts,
  connection: Connection,
  editedId: string | undefined,
): Promise<Connection | undefined> {
  if (editedId !== undefined) return ports.database.connections.get(editedId);
  const all = await ports.database.connections
    .where('platform')
    .equals(connection.platform)
    .toArray();
  return all.find((each) => sameAccount(each, connection));
}

function sameAccount(a: Connection, b: Connection): boolean {
  return a.apiOrigin === b.apiOrigin && a.pageOrigin === b.pageOrigin && a.account === b.account;
}

import { TransportError } from '../../http/errors';
import type { TestAnswer } from '../../messaging/answers';
import type { Payload } from '../../messaging/protocol';
import type { Connection } from '../../model/connection';
import type { Coverage } from '../../model/coverage';
import type { ConnectionReport } from '../../platforms/contract/api';
import type {
  ConnectionTarget,
  FieldProblems,
  PlatformDefinition,
} from '../../platforms/contract/definition';
import type { Secrets } from '../../storage/secrets';
import { coverageOfFailure } from '../failures';
import type { ConnectionPorts } from './connection-ports';
import { connectionFailureWords } from './connection-words';

export type Draft = Payload<'options.test'>;

/** Why a draft was not accepted: for the person, and for the connection's health. */
export interface Failure {
  answer: TestAnswer;
  coverage: Coverage;
}

export type Attempt = {
  /** Whether the draft leads to the host of the connection it would replace. */
  sameHost: boolean;
} & (
  | { failure: Failure }
  | { failure?: undefined; connection: Connection; secrets: Secrets; report: ConnectionReport }
);

/**
 * Asks the platform whether it accepts a draft. Never throws: a refusal is an `Attempt` with a
 * `failure`.
 */
export async function tryDraft(ports: ConnectionPorts, draft: Draft): Promise<Attempt> {
  const definition = ports.definitionOf(draft.platform);
  const target = definition.readFields(draft.fields);
  if ('problems' in target) return { sameHost: false, failure: problemsOf(ports, target) };
  const stored = await ports.database.connections.get(draft.connectionId ?? '');
  const sameHost = stored?.apiOrigin === target.apiOrigin;
  // A stored key belongs to the host it was entered for and is never tried on another.
  const known = await ports.readSecrets(draft.connectionId ?? '', target.apiOrigin);
  const secrets = { ...known, ...(await ports.readDraftSecrets(draft.draftId)) };
  const connection = draftConnection(ports, definition, draft, target);
  try {
    const api = ports.createApi(connection, async () => secrets);
    const report = await api.check(AbortSignal.timeout(60_000));
    const account = connection.account ?? report.accounts?.[0]?.id;
    const told = { ...connection, ...reportedFields(report), account };
    return { sameHost, connection: told, secrets, report };
  } catch (error) {
    const message = connectionFailureWords(error, definition.descriptor.label, target.apiOrigin);
    const httpStatus = error instanceof TransportError ? error.status : undefined;
    const answer: TestAnswer = { kind: 'failed', message, httpStatus };
    return { sameHost, failure: { answer, coverage: coverageOfFailure(error, ports.now()) } };
  }
}

function problemsOf(ports: ConnectionPorts, { problems }: FieldProblems): Failure {
  const message = Object.values(problems)[0] ?? 'Check what you entered.';
  return {
    answer: { kind: 'failed', message, problems },
    coverage: coverageOfFailure(undefined, ports.now()),
  };
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
    restricted: report.restricted,
  };
}

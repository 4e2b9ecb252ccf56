import { t } from '@lingui/core/macro';
import { TransportError } from '../../http/transport-error';
import type { Payload } from '../../messaging/commands';
import type { TestAnswer } from '../../messaging/options-commands';
import type { Connection } from '../../model/connection';
import type { ConnectionReport } from '../../platforms/contract/api';
import type {
  ConnectionTarget,
  FieldProblems,
  PlatformDefinition,
} from '../../platforms/contract/definition';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import { membraneFailureWords } from '../membrane/failure-words';
import { connectionFailureWords } from './failure-words';
import type { ConnectionPorts } from './ports';
import { connectionToSameAccount, sameAccount } from './same-account';

export type ConnectionDraft = Payload<'options.test'>;

export type TriedDraft =
  /** Why it was not accepted, for a person. */
  | { failure: TestAnswer }
  | { failure?: undefined; connection: Connection; secrets: Secrets; report: ConnectionReport };

/** Asks the platform whether it accepts a draft. Never throws: a refusal is an answer with a `failure`. */
export async function tryDraft(
  ports: ConnectionPorts,
  draft: ConnectionDraft,
): Promise<TriedDraft> {
  const definition = ports.definitionOf(draft.platform);
  const target = definition.readFields(draft.fields);
  if ('problems' in target) return { failure: problemsOf(target) };
  const isThroughMembrane = draft.membrane !== undefined;
  const refusal = await ports.refusal?.({ platform: draft.platform, isThroughMembrane });
  if (refusal !== undefined) {
    return { failure: { kind: 'failed', message: refusal } };
  }
  if (await ports.keysAreLocked()) return { failure: keysLockedAnswer(definition, target) };
  // A stored key belongs to the host it was entered for and is never tried on another.
  const known = await ports.readSecrets(draft.connectionId ?? '', target.apiOrigin);
  const secrets =
    draft.membrane === undefined
      ? { ...known, ...(await ports.readDraftSecrets(draft.draftId)) }
      : {};
  const connection = draftConnection(ports, definition, draft, target);
  try {
    if (draft.membrane !== undefined) {
      const { connectionId } = draft.membrane;
      connection.membrane = await ports.membrane.link(connection, connectionId);
    }
    const api = ports.createApi(connection, async () => secrets);
    const report = await api.check(AbortSignal.timeout(60_000));
    const account = connection.account ?? report.accounts?.[0]?.id;
    const reported = { ...connection, ...reportedFields(report), account };
    if (reported.membrane === undefined) return { connection: reported, secrets, report };
    const known = await keptLink(ports, reported);
    const membrane = await ports.membrane.prove(reported, api, report, known);
    const warnings = membrane.proof === 'none' ? [unprovenWords(definition)] : [];
    const told = { ...report, warnings: [...report.warnings, ...warnings] };
    return { connection: { ...reported, membrane }, secrets, report: told };
  } catch (error) {
    const { label } = definition;
    const message =
      draft.membrane === undefined
        ? connectionFailureWords(error, label, target.apiOrigin)
        : membraneFailureWords(error, label);
    const httpStatus = error instanceof TransportError ? error.status : undefined;
    return { failure: { kind: 'failed', message, httpStatus } };
  }
}

/**
 * The link that is kept, also where the same account is added once more; what was proven of one account
 * says nothing of another one.
 */
async function keptLink(ports: ConnectionPorts, reported: Connection) {
  const stored =
    (await ports.database.connections.get(reported.id)) ??
    (await connectionToSameAccount(ports, reported));
  return stored !== undefined && sameAccount(stored, reported) ? stored.membrane : undefined;
}

/** Keeps the key of a connection that has one; the answer where the keys locked meanwhile. */
export async function keepSecrets(
  ports: ConnectionPorts,
  { id, platform, apiOrigin, transport }: Connection,
  secrets: Secrets,
): Promise<TestAnswer | undefined> {
  if (transport === 'membrane') return undefined;
  try {
    await ports.writeSecrets(id, apiOrigin, secrets);
    return undefined;
  } catch (error) {
    if (!(error instanceof KeysLocked)) throw error;
    return keysLockedAnswer(ports.definitionOf(platform), { apiOrigin });
  }
}

/** The answer that nothing can be tried or stored before the passphrase is given. */
function keysLockedAnswer(
  { label }: PlatformDefinition,
  { apiOrigin }: Pick<Connection, 'apiOrigin'>,
): TestAnswer {
  const message = connectionFailureWords(new TransportError('locked'), label, apiOrigin);
  return { kind: 'failed', message };
}

function problemsOf({ problems }: FieldProblems): TestAnswer {
  const message = Object.values(problems)[0] ?? t`Check what you entered.`;
  return { kind: 'failed', message, problems };
}

function draftConnection(
  ports: ConnectionPorts,
  definition: PlatformDefinition,
  draft: ConnectionDraft,
  target: ConnectionTarget,
): Connection {
  return {
    id: draft.connectionId ?? ports.newId(draft.platform),
    platform: definition.name,
    label: target.label,
    apiOrigin: target.apiOrigin,
    pageOrigin: target.pageOrigin,
    account: target.account,
    transport: draft.membrane === undefined ? 'direct' : 'membrane',
    health: { state: 'unknown' },
    facts: {},
    fields: draft.fields,
    createdAt: ports.now(),
  };
}

function unprovenWords({ label }: PlatformDefinition): string {
  return t`Through Membrane, Deskside cannot see which ${label} account this is, so no data is shown yet. Open a conversation in ${label} beside the panel so that Deskside can compare it, or confirm the account below.`;
}

function reportedFields(report: ConnectionReport) {
  return {
    accountName: report.accountName,
    agentName: report.agentName,
    agentEmail: report.agentEmail,
    version: report.version,
    restricted: report.restricted,
  };
}

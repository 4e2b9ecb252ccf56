import { TransportError, type TransportFailure } from '../../http/errors';
import type { Payload } from '../../messaging/commands';
import type { TestAnswer } from '../../messaging/options-commands';
import type { Connection } from '../../model/connection';
import { ConnectionProblem, type ConnectionReport } from '../../platforms/contract/api';
import type {
  ConnectionTarget,
  FieldProblems,
  PlatformDefinition,
} from '../../platforms/contract/definition';
import type { Secrets } from '../../storage/secrets';
import { isMarkup } from '../failure-coverage';
import type { ConnectionPorts } from './ports';

export type ConnectionDraft = Payload<'options.test'>;

export type TriedDraft =
  /** Why it was not accepted, for a person. */
  | { failure: TestAnswer }
  | { failure?: undefined; connection: Connection; secrets: Secrets; report: ConnectionReport };

/**
 * Asks the platform whether it accepts a draft. Never throws: a refusal is an `Attempt` with a
 * `failure`.
 */
export async function tryDraft(
  ports: ConnectionPorts,
  draft: ConnectionDraft,
): Promise<TriedDraft> {
  const definition = ports.definitionOf(draft.platform);
  const target = definition.readFields(draft.fields);
  if ('problems' in target) return { failure: problemsOf(target) };
  if (await ports.keysAreLocked())
    return { failure: { kind: 'failed', message: sentences.locked('', '') } };
  // A stored key belongs to the host it was entered for and is never tried on another.
  const known = await ports.readSecrets(draft.connectionId ?? '', target.apiOrigin);
  const secrets = { ...known, ...(await ports.readDraftSecrets(draft.draftId)) };
  const connection = draftConnection(ports, definition, draft, target);
  try {
    const api = ports.createApi(connection, async () => secrets);
    const report = await api.check(AbortSignal.timeout(60_000));
    const account = connection.account ?? report.accounts?.[0]?.id;
    const reported = { ...connection, ...reportedFields(report), account };
    return { connection: reported, secrets, report };
  } catch (error) {
    const message = connectionFailureWords(error, definition.descriptor.label, target.apiOrigin);
    const httpStatus = error instanceof TransportError ? error.status : undefined;
    return { failure: { kind: 'failed', message, httpStatus } };
  }
}

function problemsOf({ problems }: FieldProblems): TestAnswer {
  const message = Object.values(problems)[0] ?? 'Check what you entered.';
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
    agentEmail: report.agentEmail,
    version: report.version,
    restricted: report.restricted,
  };
}

type Sentence = (platform: string, host: string) => string;

const sentences: Record<TransportFailure, Sentence> = {
  unauthorised: (platform) =>
    `${platform} does not accept this key. Copy it again from ${platform}'s settings; it may have been replaced or have expired.`,
  forbidden: (platform) =>
    `${platform} knows this key but does not allow it to read. Ask an administrator for a key with the rights listed below.`,
  'not-found': (platform, host) => `${host} answers, but not like ${platform}. Check the address.`,
  refused: (platform) => `${platform} refused the request. Check what you entered.`,
  'rate-limited': (platform) =>
    `${platform} is receiving too many requests right now. Wait a minute and test again.`,
  'server-error': (platform, host) =>
    `${platform} at ${host} reports an internal error. Try again later.`,
  redirected: (_platform, host) =>
    `${host} sends requests on to another address. For safety keys are not sent along: enter the address it leads to.`,
  offline: (platform, host) =>
    `${host} cannot be reached. Check the address and your connection, and that ${platform} is running.`,
  timeout: (platform, host) =>
    `${platform} at ${host} did not answer within 20 seconds. Try again.`,
  'too-large': (platform, host) =>
    `${host} sent far more data than ${platform} would. Check the address.`,
  'not-json': (platform, host) =>
    `${host} sent an answer that is empty or cut off. Test again; if this goes on, check the address and any proxy in front of ${platform}.`,
  'permission-missing': (_platform, host) =>
    `The browser does not allow Deskside to reach ${host} yet. Press the button again and choose “Allow”.`,
  locked: () => 'The keys are locked. Unlock them below with your passphrase, then try again.',
  'no-secret': (platform) => `Enter the key for ${platform}, complete and without line breaks.`,
};

/** Why a connection could not be made, for a person: what happened, to whom, what to do next. */
function connectionFailureWords(error: unknown, platform: string, origin: string): string {
  if (error instanceof ConnectionProblem) return error.message;
  const { hostname } = new URL(origin);
  if (error instanceof TransportError) {
    if (error.failure === 'unauthorised' && error.isExpired) {
      return `This key for ${platform} has expired. Make a new one in ${platform}'s settings.`;
    }
    if (error.failure === 'not-json' && isMarkup(error.body ?? '')) {
      return `${hostname} answers with a web page instead of ${platform}'s API. Check the address; a sign-in page or proxy may stand in front of it.`;
    }
    return sentences[error.failure](platform, hostname);
  }
  return `${hostname} gave an answer that Deskside cannot read. Check that it is ${platform}.`;
}

import { t } from '@lingui/core/macro';
import { createCodeProof, randomText } from '../../http/membrane/code-proof';
import { MembraneOAuth } from '../../http/membrane/oauth';
import { oauthErrorIn } from '../../http/membrane/oauth-failure';
import { TransportError } from '../../http/transport-error';
import type { Secrets } from '../../storage/secrets';
import { joinSentences } from '../../text/join-sentences';
import { membraneFailureWords } from './failure-words';
import { readPageAnswer } from './page-answer';
import { secretsOfTokens } from './renewable';

const CALL_MS = 30_000;

export interface ConsentPorts {
  /** The address on which the browser gives back what Membrane's page answered. */
  redirectUrl(): string;
  /** Shows Membrane's page, and resolves to the address that it came back to. Rejects when it did not. */
  showPage(address: string): Promise<string | undefined>;
  /** The id under which Membrane knows Deskside, by its base and the address to come back to. */
  readClient(base: string, redirect: string): Promise<string | undefined>;
  writeClient(base: string, redirect: string, clientId: string): Promise<void>;
  forgetClient(): Promise<void>;
  permitted(origin: string): Promise<boolean>;
  now(): number;
}

type ConsentAnswer = { kind: 'ok'; secrets: Secrets } | { kind: 'failed'; message: string };

/** The possible outcomes of Membrane's page other than a sign-in. */
const consentSentences = {
  closed: () => t`Membrane’s page was closed before the sign-in was complete.`,
  'page-not-loaded': () => t`Membrane’s page could not be loaded. Check your connection.`,
  'refused-by-person': () => t`Access was denied on Membrane’s page, so you’re not signed in.`,
  'service-trouble': () => t`Membrane’s page reports an internal error. Wait a minute.`,
  refused: () => t`Membrane refused the sign-in.`,
  'foreign-answer': () =>
    t`The answer does not belong to this sign-in, so Deskside did not use it.`,
  'no-code': () => t`Membrane’s page came back without an answer.`,
  'code-over': () =>
    t`The answer from Membrane’s page was no longer valid: it came too late or was already used.`,
  'unknown-client': () => t`Membrane no longer recognises Deskside.`,
} as const;
type ConsentProblem = keyof typeof consentSentences;

function failedBy(problem: ConsentProblem): ConsentAnswer {
  const next = t`Press the button again, or paste a token instead.`;
  return { kind: 'failed', message: joinSentences(consentSentences[problem](), next) };
}

function notRegistered(): ConsentAnswer {
  const message = t`Membrane does not accept sign-ins from Deskside in this browser. Paste a token instead.`;
  return { kind: 'failed', message };
}

/**
 * Lets a person sign in on Membrane's own page (authorization code with PKCE): gives the tokens, or
 * why there are none. Nothing is kept but the id under which Membrane knows Deskside.
 */
export async function askConsent(ports: ConsentPorts, base: string): Promise<ConsentAnswer> {
  const { permitted, now } = ports;
  const oauth = new MembraneOAuth({ base, permitted: () => permitted(base), now });
  const redirect = ports.redirectUrl();
  let clientId: string;
  try {
    clientId = await knownClient(ports, oauth, base, redirect);
  } catch (error) {
    return isRefusal(error) ? notRegistered() : failedCall(error);
  }
  const { verifier, challenge } = await createCodeProof();
  const state = randomText(24);
  const address = oauth.consentAddress({ clientId, redirect, state, challenge });
  const shown = await showPage(ports, address);
  if (shown.kind === 'problem') return failedBy(shown.problem);
  const answer = readPageAnswer(shown.address, redirect, state);
  if (answer.kind === 'problem') return failedBy(answer.problem);
  const given = { clientId, redirect, code: answer.code, verifier };
  try {
    const tokens = await oauth.exchange(given, AbortSignal.timeout(CALL_MS));
    return { kind: 'ok', secrets: secretsOfTokens(tokens, clientId, now()) };
  } catch (error) {
    const name = oauthErrorIn(error);
    if (name === 'invalid_grant') return failedBy('code-over');
    if (name === 'invalid_client' || name === 'unauthorized_client') {
      await ports.forgetClient();
      return failedBy('unknown-client');
    }
    return isRefusal(error) ? failedBy('refused') : failedCall(error);
  }
}

async function knownClient(
  ports: ConsentPorts,
  oauth: MembraneOAuth,
  base: string,
  redirect: string,
): Promise<string> {
  const known = await ports.readClient(base, redirect);
  if (known !== undefined) return known;
  const clientId = await oauth.register(redirect, AbortSignal.timeout(CALL_MS));
  await ports.writeClient(base, redirect, clientId);
  return clientId;
}

type Problem = { kind: 'problem'; problem: ConsentProblem };

async function showPage(
  ports: ConsentPorts,
  address: string,
): Promise<Problem | { kind: 'shown'; address: string }> {
  let message = '';
  try {
    const back = await ports.showPage(address);
    if (back !== undefined && back !== '') return { kind: 'shown', address: back };
  } catch (error) {
    message = error instanceof Error ? error.message : '';
  }
  // The page may have said that it does not know Deskside any more: the next try starts over.
  await ports.forgetClient();
  return { kind: 'problem', problem: /load/i.test(message) ? 'page-not-loaded' : 'closed' };
}

/** Whether the service itself said no, in whichever form. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof TransportError &&
    ['unauthorised', 'forbidden', 'not-found', 'refused'].includes(error.failure)
  );
}

function failedCall(error: unknown): ConsentAnswer {
  return { kind: 'failed', message: membraneFailureWords(error) };
}

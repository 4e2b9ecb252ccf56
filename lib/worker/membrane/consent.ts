import { TransportError } from '../../http/errors';
import { createCodeProof, randomText } from '../../http/membrane/code-proof';
import { MembraneOAuth } from '../../http/membrane/oauth';
import { oauthErrorIn } from '../../http/membrane/oauth-failure';
import type { Secrets } from '../../storage/secrets';
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

const orPaste = 'Press the button again, or paste a token instead.';

/** What can come of Membrane's page, beside a sign-in: what happened and what to do next. */
const consentSentences = {
  closed: `Membrane’s page was closed before the sign-in was finished. ${orPaste}`,
  'page-not-loaded': `Membrane’s page could not be loaded. Check your connection. ${orPaste}`,
  'refused-by-person': `Access was refused on Membrane’s page, so nobody is signed in. ${orPaste}`,
  'service-trouble': `Membrane’s page reports an internal error. Wait a minute. ${orPaste}`,
  refused: `Membrane refused the sign-in. ${orPaste}`,
  'foreign-answer': `What came back does not belong to this sign-in, so nothing of it was used. ${orPaste}`,
  'no-code': `Membrane’s page came back without an answer. ${orPaste}`,
  'code-over': `The answer of Membrane’s page was no longer valid: too much time had passed, or it was used already. ${orPaste}`,
  'unknown-client': `Membrane no longer knows Deskside by the name it had given it. ${orPaste}`,
  'not-registered':
    'Membrane does not take sign-ins from Deskside in this browser. Paste a token instead.',
} as const;
type ConsentProblem = keyof typeof consentSentences;

function failedBy(problem: ConsentProblem): ConsentAnswer {
  return { kind: 'failed', message: consentSentences[problem] };
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
    return isRefusal(error) ? failedBy('not-registered') : failedCall(error);
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

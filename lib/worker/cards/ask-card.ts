import { CARD_TIMEOUT_MS, MOST_CARD_BYTES } from '../../cards/card-words';
import { readCardAnswer } from '../../cards/read-answer';
import { isResting } from '../../http/retry';
import { TransportError } from '../../http/transport-error';
import type { CardAnswerRow, CardContent, CardFailure, CardForm } from '../../model/data-card';
import { KeysLocked } from '../../storage/passphrase';
import type { Secrets } from '../../storage/secrets';
import type { CardPorts } from './ports';

/** By which name a card's secret is kept. */
export const CARD_SECRET = 'secret';

/** What is delayed when a server asks for fewer calls: everything sent to its origin. */
const limitOf = (origin: string) => `cards ${origin}`;
/** The pause after a 429 that names no time, in ms. */
const REST_MS = 60_000;

/** What is asked, with which header. */
export interface CardRequest extends Pick<CardForm, 'header'> {
  /** On `origin`. */
  url: string;
  origin: string;
  /** Read only if a header is set. Throws `KeysLocked`. */
  secrets(): Promise<Secrets | undefined>;
}

export type CardAnswer =
  | { content: CardContent; failure?: undefined }
  | { content?: undefined; failure: NonNullable<CardAnswerRow['failure']> };

/**
 * Asks a card's server once. Nothing is sent without the browser's permission, while the server asks for a
 * pause, or while a secret that belongs to the card is missing. Throws only the signal's reason when aborted.
 */
export async function askCard(
  ports: CardPorts,
  request: CardRequest,
  signal: AbortSignal,
): Promise<CardAnswer> {
  const { url, origin } = request;
  try {
    if (!(await ports.permitted(origin))) throw new TransportError('permission-missing');
    const limit = await ports.readLimit(limitOf(origin));
    if (limit !== undefined && isResting(limit.blockedUntil, ports.now())) {
      const { status = 429, blockedUntil } = limit;
      return failed(ports, kindOfPause(status), { status, retryAt: blockedUntil });
    }
    const headers = await headersOf(request);
    signal.throwIfAborted();
    const fetched = await ports.fetchFile(url, {
      headers,
      signal,
      maxBytes: MOST_CARD_BYTES,
      timeoutMs: CARD_TIMEOUT_MS,
      permitted: () => ports.permitted(origin),
    });
    const content = readCardAnswer(
      fetched.kind === 'file' ? parse(fetched.text) : undefined,
      origin,
    );
    return content === undefined ? failed(ports, 'not-a-card') : { content };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof KeysLocked) return failed(ports, 'locked');
    if (!(error instanceof TransportError)) throw error;
    return failureOf(ports, origin, error);
  }
}

async function headersOf({ header, secrets }: CardRequest): Promise<Record<string, string>> {
  if (header === undefined) return {};
  const secret = (await secrets())?.[CARD_SECRET];
  if (secret === undefined) throw new TransportError('no-secret');
  return { [header]: secret };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new TransportError('not-json');
  }
}

async function failureOf(
  ports: CardPorts,
  origin: string,
  { failure, status, retryAt }: TransportError,
): Promise<CardAnswer> {
  const isLimited = failure === 'rate-limited';
  const until = retryAt ?? (isLimited ? ports.now() + REST_MS : undefined);
  if (until !== undefined && status !== undefined) {
    const limit = { blockedUntil: until, cautiousUntil: until, status };
    await ports.writeLimit(limitOf(origin), limit);
  }
  return failed(ports, kindOf(failure, status), { status, retryAt: until });
}

/** What an answer that asked for a pause said, for everybody who is not asked about meanwhile. */
function kindOfPause(status: number): CardFailure {
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'refused';
}

function kindOf(failure: TransportError['failure'], status: number | undefined): CardFailure {
  switch (failure) {
    case 'forbidden':
      return status === 401 ? 'unauthorised' : 'forbidden';
    case 'not-found':
      return 'nobody';
    case 'relay-gone':
    case 'relay-no-way':
    case 'relay-reconnect':
    case 'relay-signed-out':
    case 'relay-unproven':
      return 'refused';
    default:
      return failure;
  }
}

function failed(
  { now }: CardPorts,
  kind: CardFailure,
  detail: { status?: number | undefined; retryAt?: number | undefined } = {},
): CardAnswer {
  return { failure: { kind, ...detail, at: now() } };
}

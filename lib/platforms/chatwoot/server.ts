import * as v from 'valibot';
import { TransportError } from '../../http/errors';
import { path } from '../../http/path';
import { ConnectionProblem } from '../contract/api';
import type { Tools } from './calls';
import { serverShape } from './schemas';

/**
 * Asks `GET /api`, which needs no key, whether this is a Chatwoot at all, and returns its version.
 * Throws `ConnectionProblem` when something else answers; lets `TransportError` pass when nothing
 * does.
 */
export async function readVersion(tools: Tools, signal: AbortSignal): Promise<string> {
  let body: unknown;
  try {
    body = await tools.calls.get(path`/api`, signal);
  } catch (error) {
    throw foreignAnswer(error, tools.ports.connection.apiOrigin) ?? error;
  }
  const server = v.safeParse(serverShape, body);
  if (!server.success) throw notChatwoot(tools.ports.connection.apiOrigin);
  return server.output.version;
}

/** Answers that no Chatwoot gives to this call: a web page, "not found", a request to sign in. */
function foreignAnswer(error: unknown, origin: string): ConnectionProblem | undefined {
  if (!(error instanceof TransportError)) return undefined;
  switch (error.failure) {
    case 'not-json':
    case 'not-found':
    case 'refused':
      return notChatwoot(origin);
    case 'unauthorised':
    case 'forbidden':
      return new ConnectionProblem(
        'not-the-platform',
        `Something in front of ${hostOf(origin)} asks for a sign-in before Chatwoot is reached. Its API must be open to your browser.`,
      );
    default:
      return undefined;
  }
}

function notChatwoot(origin: string): ConnectionProblem {
  return new ConnectionProblem(
    'not-the-platform',
    `${hostOf(origin)} answers, but it is not a Chatwoot. Check the address: it is the one at which you sign in to Chatwoot.`,
  );
}

function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}

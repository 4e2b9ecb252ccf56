import { TransportError } from '../../http/transport-error';
import type { CoverageReason } from '../../model/coverage';
import { isJsonObject } from '../../model/json-object';
import { ConnectionProblem, type PlatformApi } from '../../platforms/contract/api';
import { membraneFailureWords } from './failure-words';

/** Reasons about a key of the helpdesk: on this route Membrane stores it, and a person renews it there. */
const aboutKeys: ReadonlySet<CoverageReason> = new Set(['wrong-key', 'expired-key', 'no-secret']);

/**
 * A platform's API as it is through Membrane: whatever it reports about keys is reported about the connection
 * in Membrane, in what it throws and in the coverage it gives.
 */
export function throughMembrane(api: PlatformApi, platformLabel: string): PlatformApi {
  return wrapped(api, platformLabel);
}

function wrapped<T extends object>(target: T, platformLabel: string): T {
  return new Proxy(target, {
    get(inner, name): unknown {
      const value: unknown = Reflect.get(inner, name, inner);
      if (typeof value === 'function') {
        return (...given: unknown[]) =>
          translated(Reflect.apply(value, inner, given), platformLabel);
      }
      return typeof value === 'object' && value !== null ? wrapped(value, platformLabel) : value;
    },
  });
}

function translated(outcome: unknown, platformLabel: string): unknown {
  if (outcome instanceof Promise) {
    return outcome.then(withoutKeys, (error: unknown) => {
      throw translatedError(error, platformLabel);
    });
  }
  return isGenerator(outcome) ? translatedParts(outcome, platformLabel) : outcome;
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown, void, void> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* translatedParts(
  parts: AsyncGenerator<unknown, void, void>,
  platformLabel: string,
): AsyncGenerator<unknown, void, void> {
  try {
    for await (const part of parts) yield withoutKeys(part);
  } catch (error) {
    throw translatedError(error, platformLabel);
  }
}

function withoutKeys(answer: unknown): unknown {
  if (!isJsonObject(answer) || !isJsonObject(answer.coverage)) return answer;
  const { reason } = answer.coverage;
  const isAboutKey = [...aboutKeys].some((each) => each === reason);
  if (!isAboutKey) return answer;
  return { ...answer, coverage: { ...answer.coverage, reason: 'relay-reconnect' } };
}

/** What an error of the adapter means on this route. */
function translatedError(error: unknown, platformLabel: string): unknown {
  if (error instanceof ConnectionProblem) {
    const reason = aboutKeys.has(error.reason) ? 'relay-reconnect' : error.reason;
    return new ConnectionProblem(reason, membraneFailureWords(error, platformLabel));
  }
  const isKey =
    error instanceof TransportError && ['unauthorised', 'no-secret'].includes(error.failure);
  return isKey ? new TransportError('relay-reconnect', { isOfRelay: true }) : error;
}

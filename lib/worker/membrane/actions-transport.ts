import { failureOf } from '../../http/direct';
import type { MembraneApi } from '../../http/membrane/api';
import type { MembraneAction } from '../../http/membrane/schemas';
import { isResting } from '../../http/retry';
import type { Transport, TransportRequest, TransportResponse } from '../../http/transport';
import { TransportError } from '../../http/transport-error';
import { isJsonObject } from '../../model/json-object';
import type { RelayAction } from '../../platforms/contract/definition';
import { actionWithKey } from './action-requests';

export interface ActionsTransportOptions {
  api: MembraneApi;
  /** Id of the connection in Membrane. */
  connectionId: string;
  /** The platform's own list: nothing else is ever run. */
  allowed: readonly RelayAction[];
  now(): number;
}

/** For this long (ms) the list of a connection's actions is used as it was read. */
const LIST_LASTS_MS = 24 * 3_600_000;

/**
 * Carries a platform's calls by Membrane's prepared actions, where the connector's base cannot be found:
 * those that the platform lists, by their keys. Every other call fails with `relay-no-way`.
 */
export function createActionsTransport(options: ActionsTransportOptions): Transport {
  let list: { actions: readonly MembraneAction[]; until: number } | undefined;
  const read = async (signal: AbortSignal) => {
    const { items } = await options.api.actions(options.connectionId, signal);
    list = { actions: items, until: options.now() + LIST_LASTS_MS };
    return items;
  };
  const run = async (request: TransportRequest, actions: readonly MembraneAction[]) => {
    const found = findAllowed(options.allowed, request);
    const action = found && actionWithKey(actions, found.key);
    if (found === undefined || action === undefined) throw new TransportError('relay-no-way');
    const input = inputOf(found, action, request);
    const { connectionId, api } = options;
    const isRead = request.method === 'GET';
    return api.run(action.id, { connectionId, input, isRead }, request.signal);
  };
  return {
    async send(request) {
      if (request.withMadeUpSecret === true) throw new TransportError('forbidden');
      const isFresh = list !== undefined && isResting(list.until, options.now(), LIST_LASTS_MS);
      const actions = isFresh && list !== undefined ? list.actions : await read(request.signal);
      try {
        return answerIn(await run(request, actions));
      } catch (error) {
        // The action may have been replaced by another with the same key.
        if (error instanceof TransportError && error.failure === 'relay-gone') list = undefined;
        throw error;
      }
    },
  };
}

function findAllowed(
  allowed: readonly RelayAction[],
  { method, path }: TransportRequest,
): RelayAction | undefined {
  return allowed.find((action) => action.method === method && action.path.test(path));
}

function inputOf(
  allowed: RelayAction,
  action: MembraneAction,
  { path, query, body }: TransportRequest,
): Record<string, unknown> {
  const values = [...(allowed.path.exec(path) ?? [])].slice(1).map(decodeURIComponent);
  const inputs = Object.fromEntries(
    values.map((value, at) => [inputName(allowed.inputs[at] ?? [], action), value]),
  );
  return { ...query, ...body, ...inputs };
}

/** The name that the action itself gives the input, otherwise the most likely one. */
function inputName(names: readonly string[], { inputSchema }: MembraneAction): string {
  const properties = isJsonObject(inputSchema?.properties) ? inputSchema.properties : {};
  const required = Array.isArray(inputSchema?.required) ? inputSchema.required : [];
  const [only, ...others] = required.filter((name) => typeof name === 'string');
  const known = names.find((name) => Object.hasOwn(properties, name));
  return known ?? (others.length === 0 ? only : undefined) ?? names[0] ?? 'id';
}

/**
 * The helpdesk's answer, which an action may give as it is or with its status beside it. Throws what the
 * status of a refusal means: it is the helpdesk's own.
 */
function answerIn(output: unknown): TransportResponse {
  if (!isJsonObject(output) || typeof output.status !== 'number' || !('data' in output)) {
    return { status: 200, body: output };
  }
  const { status, data } = output;
  if (status < 400) return { status, body: data };
  const body = (typeof data === 'string' ? data : (JSON.stringify(data) ?? '')).slice(0, 500);
  throw new TransportError(failureOf(status), { status, body });
}

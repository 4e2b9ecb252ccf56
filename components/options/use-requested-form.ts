import { useEffect, useState } from 'react';
import type { Connection } from '../../lib/model/connection';

/** The form that the address asks for. A new object for each time it asks. */
export type RequestedForm =
  | { platform: string; fields: Readonly<Record<string, string>> }
  | { connectionId: string };

/** A form of a platform: the one for a new connection, or a connection's by its id. */
export type PlatformForm =
  | { kind: 'new'; fields?: Readonly<Record<string, string>> }
  | { kind: 'edit'; id: string };

/**
 * The form in the address's fragment (`#connect/<platform>`, with answers as in a query, or
 * `#edit/<connection>`), now and whenever it changes.
 */
export function useRequestedForm(): RequestedForm | undefined {
  const [requested, setRequested] = useState(readRequested);
  useEffect(() => {
    const update = () => setRequested(readRequested());
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }, []);
  return requested;
}

/** The form of a platform that is asked for, if any; none for a connection that is not among these. */
export function formFor(
  requested: RequestedForm | undefined,
  platform: string,
  connections: readonly Connection[],
): PlatformForm | undefined {
  if (requested === undefined) return undefined;
  if ('connectionId' in requested) {
    const asked = connections.find(({ id }) => id === requested.connectionId);
    return asked && { kind: 'edit', id: asked.id };
  }
  const { fields } = requested;
  return requested.platform === platform ? { kind: 'new', fields } : undefined;
}

/** Takes the request out of the address, so that a reload does not repeat it. */
export function forgetRequestedForm(): void {
  if (readRequested() === undefined) return;
  history.replaceState(null, '', window.location.pathname + window.location.search);
}

function readRequested(): RequestedForm | undefined {
  const address = /^#(connect|edit)\/([a-z0-9-]+)(?:\?(.*))?$/.exec(window.location.hash);
  const [, kind, name, answers] = address ?? [];
  if (name === undefined) return undefined;
  if (kind === 'edit') return { connectionId: name };
  return { platform: name, fields: Object.fromEntries(new URLSearchParams(answers)) };
}

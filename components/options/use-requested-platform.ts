import { useEffect, useState } from 'react';

/** A platform whose form the address asks for. A new object for each time it asks. */
export interface RequestedPlatform {
  name: string;
}

/** The platform in the address's fragment (`#connect/<platform>`), now and whenever it changes. */
export function useRequestedPlatform(): RequestedPlatform | undefined {
  const [requested, setRequested] = useState(readRequested);
  useEffect(() => {
    const update = () => setRequested(readRequested());
    window.addEventListener('hashchange', update);
    return () => window.removeEventListener('hashchange', update);
  }, []);
  return requested;
}

/** Takes the request out of the address, so that a reload does not repeat it. */
export function forgetRequestedPlatform(name: string): void {
  if (readRequested()?.name !== name) return;
  history.replaceState(null, '', window.location.pathname + window.location.search);
}

function readRequested(): RequestedPlatform | undefined {
  const name = /^#connect\/([a-z][a-z0-9-]*)$/.exec(window.location.hash)?.[1];
  return name === undefined ? undefined : { name };
}

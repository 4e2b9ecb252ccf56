import { useEffect, useState } from 'react';

/** A platform whose form the address asks for. A new object for each time it asks. */
export interface WantedPlatform {
  name: string;
}

/** The platform in the address's fragment (`#connect/<platform>`), now and whenever it changes. */
export function useWantedPlatform(): WantedPlatform | undefined {
  const [wanted, setWanted] = useState(readWanted);
  useEffect(() => {
    const look = () => setWanted(readWanted());
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return wanted;
}

/** Takes the request out of the address, so that a reload does not repeat it. */
export function forgetWantedPlatform(name: string): void {
  if (readWanted()?.name !== name) return;
  history.replaceState(null, '', window.location.pathname + window.location.search);
}

function readWanted(): WantedPlatform | undefined {
  const name = /^#connect\/([a-z][a-z0-9-]*)$/.exec(window.location.hash)?.[1];
  return name === undefined ? undefined : { name };
}

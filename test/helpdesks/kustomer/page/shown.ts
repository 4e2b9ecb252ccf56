import { useEffect, useState } from 'react';
import { loadOwner, type PageSettings } from './data';
import { navigate, pathTo, type Route } from './routes';

export interface Shown {
  customerId: string | undefined;
  eventId: string | undefined;
}

const nobody: Shown = { customerId: undefined, eventId: undefined };

/**
 * The customer an address shows. An address that names only a conversation is looked up, and changed to the
 * customer's address where the settings say so.
 */
export function useShown(route: Route, settings: PageSettings): Shown {
  const [owner, setOwner] = useState<{ conversationId: string; customerId: string }>();
  const sought =
    route.view === 'conversation' || route.view === 'popout' ? route.conversationId : undefined;
  const redirects = route.view === 'conversation' && settings.conversationAddress === 'redirect';

  useEffect(() => {
    let wanted = true;
    if (sought === undefined) return;
    void loadOwner(sought).then((found) => {
      if (!wanted || found === undefined) return;
      if (redirects) navigate(pathTo(found.customerId, sought), 'replace');
      else setOwner({ conversationId: sought, customerId: found.customerId });
    });
    return () => {
      wanted = false;
    };
  }, [sought, redirects]);

  if (route.view === 'customer') return { customerId: route.customerId, eventId: route.eventId };
  if (owner === undefined || owner.conversationId !== sought) return nobody;
  return { customerId: owner.customerId, eventId: sought };
}

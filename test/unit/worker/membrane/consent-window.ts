import 'fake-indexeddb/auto';
import { createPageSignIn } from '../../../../lib/worker/membrane/browser-consent';
import type { ConsentPorts } from '../../../../lib/worker/membrane/consent';
import type { MembraneWorld } from './membrane-world';

export const redirect = 'https://ekllkbhiccphcpkoblcdkbjoopjpocbc.chromiumapp.org/membrane';

/** The window that a browser opens for a sign-in, as far as the product sees it. */
export class ConsentWindow implements Omit<ConsentPorts, 'permitted' | 'now'> {
  client: { base: string; redirect: string; clientId: string } | undefined;
  /** The pages that were shown. */
  readonly shown: URL[] = [];

  redirectUrl = () => redirect;
  readClient = async (base: string, address: string) =>
    this.client?.base === base && this.client.redirect === address
      ? this.client.clientId
      : undefined;
  writeClient = async (base: string, address: string, clientId: string) => {
    this.client = { base, redirect: address, clientId };
  };
  forgetClient = async () => {
    this.client = undefined;
  };

  /** Goes where Membrane sends it, until that is the address to come back to. */
  showPage = async (address: string): Promise<string | undefined> => {
    this.shown.push(new URL(address));
    const answer = await fetch(address, { redirect: 'manual' });
    const back = answer.headers.get('location');
    if (answer.status !== 302 || back === null) throw new Error('The user did not approve access.');
    return back;
  };
}

/** A worker that signs in by this window; begun anew, it has nothing but what was kept. */
export function startWith(world: MembraneWorld, window: ConsentWindow): void {
  world.restart(createPageSignIn(world.accountPorts, window));
}

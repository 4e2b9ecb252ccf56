import { browser } from 'wxt/browser';
import { MEMBRANE_SECRETS } from '../../model/membrane-account';
import {
  forgetMembraneClient,
  readMembraneClient,
  writeMembraneClient,
} from '../../storage/membrane-client';
import type { MembraneAccountPorts, PageSignIn } from './account';
import { askConsent, type ConsentPorts } from './consent';
import { TokenRenewal } from './token-renewal';

const inBrowser: InBrowser = {
  redirectUrl: () => browser.identity.getRedirectURL('membrane'),
  showPage: (url) => browser.identity.launchWebAuthFlow({ url, interactive: true }),
  readClient: readMembraneClient,
  writeClient: writeMembraneClient,
  forgetClient: forgetMembraneClient,
};
type InBrowser = Omit<ConsentPorts, 'permitted' | 'now'>;

/** Signing in on Membrane's page, in a window that the browser opens for it. */
export function createPageSignIn(
  ports: MembraneAccountPorts,
  window: InBrowser = inBrowser,
): PageSignIn {
  const { permitted, now } = ports;
  const renewal = new TokenRenewal({
    readSecrets: (base) => ports.readSecrets(MEMBRANE_SECRETS, base),
    writeSecrets: (base, secrets) => ports.writeSecrets(MEMBRANE_SECRETS, base, secrets),
    forgetSecrets: () => ports.forgetSecrets(MEMBRANE_SECRETS),
    permitted,
    now,
  });
  return {
    ask: (base) => askConsent({ ...window, permitted, now }, base),
    token: (base) => renewal.token(base),
    renewAfterRefusal: (base, since) => renewal.renewAfterRefusal(base, since),
    revoke: (base, secrets) => renewal.revoke(base, secrets),
  };
}

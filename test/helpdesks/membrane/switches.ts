/** What nobody outside Membrane knows for sure; each switch can be changed at any time. */
export interface MembraneSwitches {
  /** What each connector's base address contains beyond the origin. */
  chatwootBase: '' | '/api/v1' | '/api/v1/accounts/1';
  chatraBase: '' | '/api';
  chaportBase: '' | '/api/v1' | '/api';
  kustomerBase: '' | '/v1';
  /** What happens to `%2F` in a proxied path. */
  pathEscapes: 'kept' | 'decoded';
  /** What happens to a whole address in place of a path: sent there, refused, or `//` turned into `/`. */
  absoluteAddresses: 'sent' | 'refused' | 'merged-slashes';
  /** How actions show the request they make. */
  actionRequests: 'shown' | 'formula' | 'hidden';
  /** Which actions have a key; a name they all have. */
  actionKeys: 'all' | 'some' | 'none';
  /** Status of errors of type `connection`. */
  connectionErrorStatus: 400 | 401 | 403 | 404 | 409 | 500;
  /** What happens to a connection whose helpdesk answered 401. */
  afterRefusedKey: 'stays-ready' | 'disconnects';
  /** Whether a person is asked for the instance's address when connecting Chatwoot. */
  asksAddress: boolean;
  /** Whether a connection shows what was typed when it was made. */
  tellsParameters: boolean;
  /** Whether a connection names its integration, or its connector and application by their ids only. */
  tellsIntegration: boolean;
  /** On which host a person acts; `none`: no address is given with the connection. */
  uiHost: 'api' | 'ui' | 'foreign' | 'none';
  /** Milliseconds that building a connection takes; `null`: until a test ends it. */
  buildMs: number | null;
  /** Whether the consent page is shown, or consent given at once. */
  consent: 'page' | 'at-once';
  /** Whether a browser extension may register an address to return to. */
  takesExtensions: boolean;
  /** Whether a sign-in can be renewed, and whether each renewal replaces what it was renewed with. */
  givesRefreshTokens: boolean;
  rotatesRefreshTokens: boolean;
  /** Items of a list when no limit is asked for. */
  pageSize: number;
}

export const membraneDefaults: MembraneSwitches = {
  chatwootBase: '',
  chatraBase: '/api',
  chaportBase: '/api/v1',
  kustomerBase: '/v1',
  pathEscapes: 'kept',
  absoluteAddresses: 'sent',
  actionRequests: 'shown',
  actionKeys: 'some',
  connectionErrorStatus: 400,
  afterRefusedKey: 'stays-ready',
  asksAddress: true,
  tellsParameters: true,
  tellsIntegration: true,
  uiHost: 'api',
  buildMs: 50,
  consent: 'page',
  takesExtensions: true,
  givesRefreshTokens: true,
  rotatesRefreshTokens: true,
  pageSize: 100,
};

import { switchValues } from '../core/switch-values';
import type { MembraneSwitches } from './switches';

/** The values that each of Membrane's switches is set to in the tests. */
export const membraneValues = switchValues<MembraneSwitches>()({
  chatwootBase: ['', '/api/v1', '/api/v1/accounts/1'],
  chatraBase: ['', '/api'],
  chaportBase: ['', '/api/v1', '/api'],
  kustomerBase: ['', '/v1'],
  pathEscapes: ['kept', 'decoded'],
  absoluteAddresses: ['sent', 'refused', 'merged-slashes'],
  actionRequests: ['shown', 'formula', 'hidden'],
  actionKeys: ['all', 'some', 'none'],
  connectionErrorStatus: [400, 401, 403, 404, 409, 500],
  afterRefusedKey: ['stays-ready', 'disconnects'],
  asksAddress: [true, false],
  tellsParameters: [true, false],
  tellsIntegration: [true, false],
  uiHost: ['api', 'ui', 'foreign', 'none'],
  buildMs: [50, null],
  consent: ['page', 'at-once'],
  takesExtensions: [true, false],
  givesRefreshTokens: [true, false],
  rotatesRefreshTokens: [true, false],
  pageSize: [100, 1],
});

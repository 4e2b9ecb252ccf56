import { paneValues } from '../core/panes';
import { switchValues } from '../core/switch-values';
import { languages } from './api/sentences';
import type { ChatwootSwitches } from './switches';

const windowMs = 60_000;

/** The values that every switch of Chatwoot is set to in the tests: one version on each side of a change. */
export const chatwootValues = switchValues<ChatwootSwitches>()({
  version: ['4.15.1', '4.14.2', '4.14.1', '4.10.2', '4.9.2', '4.6.3', '4.1.0', '4.0.1'],
  throttle: [
    { enabled: false, limit: 3_000, windowMs },
    { enabled: true, limit: 0, windowMs },
  ],
  contactSearchThrottle: [
    { enabled: false, limit: 100, windowMs },
    { enabled: true, limit: 0, windowMs },
  ],
  conversationsMetaThrottle: [
    { enabled: false, limit: 30, windowMs },
    { enabled: true, limit: 0, windowMs },
  ],
  dropUnderscoreHeaders: [false, true],
  dropKeyHeaders: [false, true],
  language: languages,
  suspendedAccounts: [[], [2], [1]],
  signedOut: [false, true],
  messagingWindows: [true, false],
  messageOrder: ['live', 'mixed', 'imported', 'backdated', 'tied'],
  sendKey: ['enter', 'cmd_enter'],
  editorMenu: ['by-channel', 'whole'],
  ...paneValues,
});

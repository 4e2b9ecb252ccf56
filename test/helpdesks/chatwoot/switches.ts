import { type PaneSwitches, paneDefaults } from '../core/panes';
import type { Language } from './api/sentences';

/** A Rack::Attack rule: fixed windows, request number `limit` + 1 is refused. */
export interface Throttle {
  enabled: boolean;
  limit: number;
  windowMs: number;
}

/** What differs between Chatwoot servers, or is unknown; tests change it while the emulator runs. */
export interface ChatwootSwitches extends PaneSwitches {
  /** Server version: decides filters, search answer, `/health` and the kind of composer. */
  version: string;
  /** All requests of one client. Off by default: a real server never throttles loopback. */
  throttle: Throttle;
  /** `contacts/search`, counted per account and not per user. */
  contactSearchThrottle: Throttle;
  /** `GET conversations/meta`, per user and account. */
  conversationsMetaThrottle: Throttle;
  /** nginx without `underscores_in_headers on` loses the header `api_access_token`. */
  dropUnderscoreHeaders: boolean;
  /** A proxy lets no header with the key through, however it is spelt. */
  dropKeyHeaders: boolean;
  /** What refusals and notices are written in; a client cannot choose it. */
  language: Language;
  /** Accounts that are suspended on every host. */
  suspendedAccounts: number[];
  /** The browser has no session: dashboard addresses lead to the login page. */
  signedOut: boolean;
  /** WhatsApp and Facebook accept a reply only for 24 h after the customer's last message. */
  messagingWindows: boolean;
  /**
   * How the order in which messages were written (that of their ids) differs from that of their
   * times. Laid out when the emulator starts.
   * - `live`: not at all.
   * - `mixed`: a part of the older ones was imported while the conversation went on.
   * - `imported`: the older half was imported after all others.
   * - `backdated`: the oldest one was written last.
   * - `tied`: in groups of equal times.
   */
  messageOrder: 'live' | 'mixed' | 'imported' | 'backdated' | 'tied';
  /** The agent's hot-key choice in the dashboard. */
  sendKey: 'enter' | 'cmd_enter';
  /** The editor's menu shows what the channel keeps, or every button on every channel. */
  editorMenu: 'by-channel' | 'whole';
}

export function defaultSwitches(): ChatwootSwitches {
  return {
    version: '4.15.1',
    throttle: { enabled: false, limit: 3000, windowMs: 60_000 },
    contactSearchThrottle: { enabled: false, limit: 100, windowMs: 60_000 },
    conversationsMetaThrottle: { enabled: false, limit: 30, windowMs: 60_000 },
    dropUnderscoreHeaders: false,
    dropKeyHeaders: false,
    language: 'en',
    suspendedAccounts: [],
    signedOut: false,
    messagingWindows: true,
    messageOrder: 'mixed',
    sendKey: 'enter',
    editorMenu: 'by-channel',
    ...paneDefaults,
  };
}

/** Whether `version` is `wanted` or newer; both are dotted numbers. */
export function atLeast(version: string, wanted: string): boolean {
  const have = version.split('.').map(Number);
  const need = wanted.split('.').map(Number);
  for (let index = 0; index < need.length; index += 1) {
    const difference = (have[index] ?? 0) - (need[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

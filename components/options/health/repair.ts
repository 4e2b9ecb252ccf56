import { t } from '@lingui/core/macro';
import type { CoverageReason } from '../../../lib/model/coverage';
import { signInWords } from '../membrane/sign-in-words';
import type { HealthFacts } from './health-facts';

/** The one next step that brings a connection back to work. */
export interface Repair {
  /** Unlock the keys, ask for permission, sign in to Membrane, enter what is wrong anew, or just try. */
  kind: 'unlock' | 'permission' | 'sign-in' | 'form' | 'test';
  /** What the button will do, for the person who presses it. */
  words: string;
}

/** What a form corrects: the key, the address, or which of Membrane's connections it is. */
const inTheForm: ReadonlySet<CoverageReason> = new Set([
  'wrong-key',
  'expired-key',
  'no-secret',
  'redirected',
  'not-the-platform',
  'other-account',
  'relay-gone',
  'relay-reconnect',
  'relay-unproven',
  'relay-no-way',
]);

/** What is to be done first about a connection; `undefined` when nothing is missing. */
export function repairFor(facts: HealthFacts): Repair | undefined {
  const { connection, platform, missing, areKeysLocked, membrane, now } = facts;
  const { state, reason } = connection.health;
  if (areKeysLocked) return { kind: 'unlock', words: t`Takes you to where you unlock the keys.` };
  if (missing.length > 0) {
    return { kind: 'permission', words: t`Asks the browser for the permission again.` };
  }
  const isCarried = connection.transport === 'membrane';
  if (isCarried && signInWords(membrane, connection.membrane?.tenantId, now).tone === 'bad') {
    return { kind: 'sign-in', words: t`Takes you to where you sign in to Membrane.` };
  }
  if (state !== 'failing') return undefined;
  if (reason !== undefined && inTheForm.has(reason)) {
    const words = isCarried
      ? t`Opens the form with its connection in Membrane.`
      : t`Opens the form with the key and the address.`;
    return { kind: 'form', words };
  }
  const { label } = platform;
  return { kind: 'test', words: t`Asks ${label} again.` };
}

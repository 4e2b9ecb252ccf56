import { t } from '@lingui/core/macro';
import { isSafeAddress } from '../../model/safe-address';
import type { ConnectionTarget, FieldProblems, RecognisedTab } from '../contract/definition';

/** Chatwoot Cloud; the default when the address is left empty. */
export const CLOUD_ORIGIN = 'https://app.chatwoot.com';

/**
 * Reads the form: `origin` (an address with or without scheme, also one copied from the dashboard,
 * whose account number is then taken over) and `account` (a number, may be empty). Only https is
 * accepted, or http on this computer, because the access token opens everything the agent can do.
 * Without any account number `account` stays undefined; `check` then reports the accounts of the
 * key, and the first of them is the one to use.
 */
export function readChatwootFields(
  fields: Readonly<Record<string, string>>,
): ConnectionTarget | FieldProblems {
  const url = readAddress(fields.origin ?? '');
  const typed = (fields.account ?? '').trim();
  const account = readAccount(typed);
  const problems: Record<string, string> = {};
  if (typeof url === 'string') problems.origin = url;
  if (typed !== '' && account === undefined) {
    problems.account = t`The account is a number: the 1 in /app/accounts/1/… in the address bar.`;
  }
  const pasted = typeof url === 'string' ? undefined : accountInPath(url.pathname);
  if (account !== undefined && pasted !== undefined && account !== pasted) {
    problems.account = t`The address is for account ${pasted}, but this field says account ${account}.`;
  }
  if (typeof url === 'string' || Object.keys(problems).length > 0) return { problems };
  return target(url, account ?? pasted);
}

/**
 * A tab of a dashboard: the cloud's, or that of any server whose path and title or name look like one. On
 * somebody's own server the path alone may be another product's.
 */
export function recogniseChatwoot(url: URL, title: string): RecognisedTab | undefined {
  if (!isSafeAddress(url)) return undefined;
  const account = accountInPath(url.pathname);
  const isDashboard = account !== undefined || /^\/app\/(?:login|auth)(?:\/|$)/.test(url.pathname);
  const isNamed = /chatwoot/i.test(title) || /(?:^|[.-])chatwoot/i.test(url.hostname);
  const isCloud = url.origin === CLOUD_ORIGIN;
  if (!isCloud && !(isDashboard && (account !== undefined || isNamed))) return undefined;
  const fields = { origin: url.origin, ...(account !== undefined && { account }) };
  return { fields, isSure: isCloud || isNamed };
}

function target(url: URL, account: string | undefined): ConnectionTarget {
  const { host } = url;
  const label = account === undefined ? host : t`${host}, account ${account}`;
  return { apiOrigin: url.origin, pageOrigin: url.origin, account, label };
}

/** The address as URL, or what is wrong with it. */
function readAddress(raw: string): URL | string {
  const text = raw.trim();
  const url = parseAddress(text === '' ? CLOUD_ORIGIN : text);
  if (url === undefined)
    return t`This is not an address. Addresses look like https://app.chatwoot.com.`;
  if (url.username !== '' || url.password !== '') {
    return t`Leave out the user name and password; only the address is needed.`;
  }
  if (isSafeAddress(url)) return url;
  return t`The address must begin with https://. Otherwise the access token could be read on the way.`;
}

function parseAddress(text: string): URL | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (/\s/.test(text) || !URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  return url.hostname === '' ? undefined : url;
}

function accountInPath(pathname: string): string | undefined {
  return readAccount(/^\/app\/accounts\/(\d+)(?:\/|$)/.exec(pathname)?.[1] ?? '');
}

function readAccount(text: string): string | undefined {
  return /^0{0,9}([1-9]\d{0,15})$/.exec(text)?.[1];
}

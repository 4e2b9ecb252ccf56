import { t } from '@lingui/core/macro';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { ReplyRefused } from '../contract/replies';
import type { KustomerShortcut } from './canned-responses';
import { isForbidden, needOfShortcutChange, newKeyNeeded, type RightsAct } from './roles';

/** For a person: what was to be overwritten is no longer there. */
export function shortcutGone(): string {
  return t`This shortcut was deleted in Kustomer in the meantime. Save it as a new one to keep it.`;
}

/** Throws what `shortcutsForbidden` gives when the key is known not to be allowed this change. */
export function assertMayChangeShortcuts(ports: ApiPorts, act: RightsAct): void {
  if (isForbidden(ports, 'shortcutRights', act)) throw shortcutsForbidden(act);
}

/** The refusal of a key that may not make this change of shortcuts; it names the right. */
export function shortcutsForbidden(act: RightsAct): ReplyRefused {
  const need = needOfShortcutChange[act];
  return new ReplyRefused(newKeyNeeded(need), { missingRight: need.right });
}

/** Why Kustomer did not accept a shortcut of this name; `undefined` where it does not say. */
export function shortcutRefusal(
  error: unknown,
  name: string,
  current: KustomerShortcut | undefined,
): ReplyRefused | undefined {
  if (!(error instanceof TransportError)) return undefined;
  if (error.failure === 'not-found') return new ReplyRefused(shortcutGone(), { isGone: true });
  if (error.status === 409) {
    const isOther =
      current !== undefined && (current.attributes.name === name || isAboutRev(error));
    return isOther
      ? new ReplyRefused(
          t`This shortcut was changed in Kustomer in the meantime. Nothing was written. Save it again.`,
          { isStale: true },
        )
      : new ReplyRefused(
          t`Kustomer already has another shortcut called “${name}”. Choose another name, or change that one.`,
          { conflict: true },
        );
  }
  if (error.failure !== 'refused') return undefined;
  return new ReplyRefused(
    t`Kustomer does not accept this shortcut. It needs a name and a text of at most 10,240 characters.`,
  );
}

function isAboutRev(error: TransportError): boolean {
  return error.body?.includes('"rev"') === true;
}

import { t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { membraneCommands } from '../../../lib/messaging/membrane-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { accountWords, endWords } from './account-words';
import { MembraneSignIn } from './MembraneSignIn';

/** Membrane: who is signed in, for how long, and what passes through it. */
export function MembraneSection({ connections }: { connections: readonly Connection[] }) {
  const id = useId();
  const [isSigningIn, setIsSigningIn] = useState(false);
  const [notice, setNotice] = useState<string>();
  const account = useMembraneAccount();
  const users = connections.filter(({ transport }) => transport === 'membrane');
  if (account === undefined) return null;
  const foreign =
    account === 'none'
      ? []
      : users.filter(({ membrane }) => membrane?.tenantId !== account.tenantId);
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Membrane`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-soft">{t`With an account at Membrane (getmembrane.com) you sign in once and connect each helpdesk there; no key of a helpdesk is then kept in this browser. What Deskside reads and writes passes through Membrane and may stay for a while in its logs. Helpdesks that are connected directly have nothing to do with it.`}</p>
      {account !== 'none' && (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            <div role="status" className="flex min-w-0 flex-1 basis-80 flex-col gap-1 text-13">
              <p className="wrap-anywhere">{accountWords(account)}</p>
              <p className="text-12 text-ink-soft">{endWords(account, Date.now()).text}</p>
              {account.isPersonal && (
                <p className="text-12 text-warn">{t`This is your personal token: it opens your whole account at Membrane. A token of one tenant is safer.`}</p>
              )}
              {foreign.length > 0 && (
                <p className="text-12 text-bad wrap-anywhere">
                  {foreign.map(({ label }) => `“${label}”`).join(', ')} belong to another tenant and
                  wait until it is signed in again. Or press Edit there and choose a connection of
                  this one.
                </p>
              )}
            </div>
            <ConfirmDialog
              title={t`Sign out of Membrane?`}
              text={`The sign-in is removed from this browser.${users.length === 0 ? '' : ` ${users.length} connections that go through Membrane wait until you sign in again; what is stored of them stays.`}`}
              action={{ label: 'Sign out', busy: 'Signing out…' }}
              onConfirm={async () => {
                const answer = await send(membraneCommands, 'membrane.sign-out', {});
                setNotice(answer.kind === 'failed' ? answer.message : undefined);
              }}
            >
              <Button>{t`Sign out of Membrane`}</Button>
            </ConfirmDialog>
          </div>
        </div>
      )}
      <p role="status" className="mb-2 text-13 text-warn empty:hidden">
        {notice}
      </p>
      {isSigningIn && <MembraneSignIn onDone={() => setIsSigningIn(false)} />}
      {!isSigningIn && (account === 'none' || endWords(account, Date.now()).isUrgent) && (
        <Button onClick={() => setIsSigningIn(true)}>{t`Sign in to Membrane…`}</Button>
      )}
    </section>
  );
}

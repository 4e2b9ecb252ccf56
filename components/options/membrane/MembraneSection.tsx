import { plural, t } from '@lingui/core/macro';
import { useId, useState } from 'react';
import { membraneCommands } from '../../../lib/messaging/membrane-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { formatList } from '../../../lib/text/format-list';
import { joinSentences } from '../../../lib/text/join-sentences';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { StillReading } from '../StillReading';
import { MembraneSignIn } from './MembraneSignIn';
import { accountWords, endWords } from './sign-in-words';

/** Membrane: who is signed in, for how long, and what passes through it. */
export function MembraneSection({ connections }: { connections: readonly Connection[] }) {
  const id = useId();
  const [isSigningIn, setIsSigningIn] = useState(false);
  const [notice, setNotice] = useState<string>();
  const account = useMembraneAccount();
  const users = connections.filter(({ transport }) => transport === 'membrane');
  if (account === undefined) return <StillReading />;
  const foreign =
    account === 'none'
      ? []
      : users.filter(({ membrane }) => membrane?.tenantId !== account.tenantId);
  const names = formatList(foreign.map(({ label }) => t`“${label}”`));
  return (
    <section aria-labelledby={`${id}-title`} className="mt-4 border-line-strong border-t pt-5">
      <h2 id={`${id}-title`} className="mb-1 font-semibold text-15">{t`Membrane`}</h2>
      <p className="mb-3 max-w-[92ch] text-pretty text-12 text-ink-soft">{t`With a Membrane account (getmembrane.com), you sign in once and connect each helpdesk there, and no helpdesk key is kept in this browser. Everything Deskside reads and writes that way passes through Membrane and may stay in its logs for a while. Helpdesks connected directly do not use it.`}</p>
      {account !== 'none' && (
        <div className="flex flex-col gap-3">
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            <div role="status" className="flex min-w-0 flex-1 basis-80 flex-col gap-1 text-13">
              <p className="wrap-anywhere">{accountWords(account)}</p>
              <p className="text-12 text-ink-soft">{endWords(account, Date.now()).text}</p>
              {account.isPersonal && (
                <p className="text-12 text-warn">{t`This is your personal token: it opens your whole Membrane account. A token for a single tenant is safer.`}</p>
              )}
              {foreign.length > 0 && (
                <p className="text-12 text-bad wrap-anywhere">
                  {plural(foreign.length, {
                    one: `${names} belongs to another tenant and is on hold until you sign in to that tenant again. Or press Edit there and choose a connection of this tenant.`,
                    other: `${names} belong to another tenant and are on hold until you sign in to that tenant again. Or press Edit there and choose a connection of this tenant.`,
                  })}
                </p>
              )}
            </div>
            <ConfirmDialog
              title={t`Sign out of Membrane?`}
              text={signOutWords(users.length)}
              action={{ label: t`Sign out`, busy: t`Signing out…` }}
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

function signOutWords(users: number): string {
  const removed = t`The sign-in is removed from this browser.`;
  if (users === 0) return removed;
  return joinSentences(
    removed,
    plural(users, {
      one: '# connection that goes through Membrane is on hold until you sign in again; what is stored from it stays.',
      other:
        '# connections that go through Membrane are on hold until you sign in again; what is stored from them stays.',
    }),
  );
}

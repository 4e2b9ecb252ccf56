import { lazy, Suspense, useEffect, useState } from 'react';
import { optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import { signInEnd } from '../../../lib/model/sign-in-end';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import type { AttemptOutcome } from '../connections/test-or-save';
import type { ConnectionForm } from '../connections/use-connection-form';

const KeysSection = lazy(async () => ({
  default: (await import('../connections/KeysSection')).KeysSection,
}));
const MembraneSection = lazy(async () => ({
  default: (await import('../membrane/MembraneSection')).MembraneSection,
}));

/** What has to be given first: the passphrase of locked keys, or a sign-in to Membrane. */
export function Prerequisites({
  form,
  connections,
}: {
  form: ConnectionForm;
  connections: readonly Connection[];
}) {
  const account = useMembraneAccount();
  const [isSigningIn, setIsSigningIn] = useState(false);
  const areLocked = useLockedKeys(form.outcome);
  const isSignedOut =
    account === 'none' || (account !== undefined && signInEnd(account, Date.now()) === 'over');
  // A person who signs in here sees as whom, until they continue.
  useEffect(() => {
    if (form.isThroughMembrane && isSignedOut) setIsSigningIn(true);
  }, [form.isThroughMembrane, isSignedOut]);
  return (
    <Suspense>
      {form.isThroughMembrane && isSigningIn && <MembraneSection connections={connections} />}
      {areLocked && <KeysSection />}
    </Suspense>
  );
}

/** Whether a passphrase has to be given; checked now and after each attempt that failed. */
function useLockedKeys(outcome: AttemptOutcome | undefined): boolean {
  const [areLocked, setAreLocked] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: keys may have locked when an attempt fails
  useEffect(() => {
    let isWanted = true;
    send(optionsCommands, 'options.key-state', {}).then(
      ({ isLocked }) => isWanted && isLocked && setAreLocked(true),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [outcome]);
  return areLocked;
}

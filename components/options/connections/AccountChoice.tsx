import { Plural, Trans } from '@lingui/react/macro';
import { useId } from 'react';
import type { Report } from './test-or-save';

interface AccountChoiceProps {
  accounts: NonNullable<Report['accounts']>;
  /** Id of the account in use. */
  used: string | undefined;
  isDisabled?: boolean;
  onChoose(id: string): void;
}

/** The accounts that a key gives access to, with the one in use selected. */
export function AccountChoice({
  accounts,
  used,
  isDisabled = false,
  onChoose,
}: AccountChoiceProps) {
  const group = useId();
  const count = accounts.length;
  const name = accounts.find((account) => account.id === used)?.name ?? used;
  return (
    <fieldset disabled={isDisabled} className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-12 text-ink-soft">
        <Trans>
          This key opens <Plural value={count} one="# account" other="# accounts" />;{' '}
          <b className="font-medium text-ink">{name}</b> is used.
        </Trans>
      </legend>
      {accounts.map((account) => (
        <label key={account.id} className="flex items-baseline gap-2 text-13">
          <input
            type="radio"
            name={group}
            value={account.id}
            checked={account.id === used}
            className="relative top-[2px] size-3.5 shrink-0 accent-accent"
            onChange={() => onChoose(account.id)}
          />
          <span className="min-w-0 wrap-anywhere">{account.name}</span>
          <span className="shrink-0 text-12 text-ink-faint">{account.id}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { t } from '@lingui/core/macro';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { useFocusReturn } from '../../hooks/use-focus-return';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { ConnectionFields } from './ConnectionFields';
import type { FieldValues } from './form-values';
import { FormOutcome } from './OutcomePanel';
import { PlatformGuide } from './PlatformGuide';
import type { Report } from './test-or-save';
import { useConnectionForm } from './use-connection-form';

/** The protocol's limit for the length of a connection's name. */
const longestLabel = 120;

interface ConnectionFormCardProps {
  platform: PlatformDescriptor;
  /** The connection to edit; absent to add one. */
  connection?: Connection | undefined;
  /** Answers that are known before anybody has typed. */
  prepared?: FieldValues | undefined;
  /** How often a form was asked for: this one stays, as what was typed would be lost; says so for another one. */
  calls: { count: number; isForAnother: boolean };
  onSaved(report: Report): void;
  onCancel(): void;
}

/** The form that adds or edits a connection, with what to know about the platform beside it. */
export function ConnectionFormCard(props: ConnectionFormCardProps) {
  const { platform, connection, calls, onCancel } = props;
  const { label } = connection ?? platform;
  const form = useConnectionForm(props);
  const id = useId();
  const element = useRef<HTMLFormElement>(null);
  useFocusReturn();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time, the person was led to this form
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
    element.current?.querySelector<HTMLElement>('input:not([type=radio]), select')?.focus();
  }, [calls]);

  const idOf = (name: string) => `${id}-${name}`;
  const run = (command: 'options.test' | 'options.save') => {
    const wrong = form.run(command);
    if (wrong !== undefined) document.getElementById(idOf(wrong))?.focus();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (form.isReady) run('options.save');
  };

  return (
    <div className="appear grid gap-x-8 gap-y-5 rounded-lg border border-line bg-sunken p-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)] lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <form
        ref={element}
        noValidate
        autoComplete="off"
        aria-labelledby={idOf('title')}
        className="flex min-w-0 flex-col gap-3.5"
        onSubmit={save}
      >
        <h3 id={idOf('title')} className="font-semibold text-13 wrap-anywhere">
          {connection === undefined ? t`Connect ${label}` : t`Edit “${label}”`}
        </h3>
        {calls.isForAnother && (
          <p role="alert" className="text-13 text-bad">
            {t`This connection is not saved yet. Save or cancel it first.`}
          </p>
        )}
        <ConnectionFields platform={platform} form={form} idOf={idOf} />
        <FieldFrame
          id={idOf('connection-name')}
          label={t`Name of this connection`}
          isRequired={false}
          help={t`What Deskside calls it. If you leave this empty, the account’s name is used.`}
        >
          {(ties) => (
            <input
              {...ties}
              type="text"
              value={form.label}
              placeholder={connection?.accountName}
              readOnly={form.isLocked}
              maxLength={longestLabel}
              autoComplete="off"
              className={inputStyle}
              onChange={(event) => form.setLabel(event.target.value)}
            />
          )}
        </FieldFrame>
        <FormOutcome form={form} platform={platform} connection={connection} />
        <div className="flex flex-wrap items-center gap-2">
          <Button
            variant="primary"
            type="submit"
            className="min-h-8 px-3.5"
            disabled={!form.isReady}
          >
            {form.busy === 'options.save' ? t`Saving…` : t`Save`}
          </Button>
          <Button
            className="min-h-8 px-3"
            disabled={!form.isReady}
            onClick={() => run('options.test')}
          >
            {form.busy === 'options.test' ? t`Testing…` : t`Test connection`}
          </Button>
          <Button
            className="ml-auto min-h-8 px-3"
            disabled={form.busy === 'options.save'}
            onClick={onCancel}
          >{t`Cancel`}</Button>
        </div>
      </form>
      {!form.isThroughMembrane && <PlatformGuide platform={platform} target={form.target} />}
    </div>
  );
}

import { t } from '@lingui/core/macro';
import { useEffect, useId, useRef } from 'react';
import { cardVariables } from '../../../lib/model/card-address';
import type { DataCard } from '../../../lib/model/data-card';
import { formatList } from '../../../lib/text/format-list';
import { Button } from '../../ui/Button';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { SecretInput } from '../connections/FormInput';
import { CardFormOutcome } from './CardFormOutcome';
import type { CardFieldName } from './card-draft';
import { type CardFormState, useCardForm } from './use-card-form';

interface CardFormViewProps {
  /** The card to change; absent for a new one. */
  card?: DataCard;
  /** `words` is the message to show afterwards. */
  onClose(words: string): void;
}

/** The form of a data card; where the administrator set the card, only its secret can be entered. */
export function CardFormView({ card, onClose }: CardFormViewProps) {
  const id = useId();
  const form = useCardForm(card, (name) => onClose(t`${name} saved.`));
  const element = useRef<HTMLFormElement>(null);
  useEffect(
    () => element.current?.querySelector<HTMLElement>('input:not([readonly])')?.focus(),
    [],
  );
  const isManaged = card?.isManaged === true;
  const name = card?.name ?? '';
  const variables = formatList(cardVariables.map((each) => `{${each}}`));
  const example = `{{card.${form.fields.key || 'order'}.status}}`;
  const run = (command: 'test' | 'save') => {
    const wrong = form.run(command);
    if (wrong !== undefined) document.getElementById(`${id}-${wrong}`)?.focus();
  };
  const field = (name: CardFieldName) => ({
    id: `${id}-${name}`,
    name,
    form,
    isReadOnly: isManaged || form.busy === 'save',
  });
  return (
    <form
      ref={element}
      noValidate
      autoComplete="off"
      aria-label={card === undefined ? t`New data card` : t`Edit “${name}”`}
      className="appear flex max-w-[640px] flex-col gap-3.5 rounded-lg border border-line bg-sunken p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (form.busy === undefined) run('save');
      }}
    >
      <TextField {...field('name')} label={t`Name`} isRequired placeholder={t`Orders`} most={60} />
      <TextField
        {...field('address')}
        label={t`Address`}
        isRequired
        placeholder="https://shop.example/card?email={email}"
        most={2_000}
        help={t`Begins with https:// and a fixed host. After that, ${variables} stand for the person’s values.`}
      />
      <TextField
        {...field('key')}
        label={t`Name in responses`}
        isRequired
        placeholder="order"
        most={30}
        help={t`A response can say ${example} for the field “status”.`}
      />
      <TextField
        {...field('header')}
        label={t`Secret header`}
        isRequired={false}
        placeholder="X-Card-Key"
        most={80}
        help={t`Name of a header that tells your server who is asking. Without it, anyone who knows the address can ask.`}
      />
      {form.fields.header.trim() !== '' && (
        <FieldFrame
          id={`${id}-secret`}
          label={t`Secret`}
          isRequired={!form.hasSecret}
          help={t`Stored like the keys of your helpdesks: in this browser, read only by Deskside’s background service, and sent only to this host.`}
          problem={form.problems.secret}
        >
          {(ties) => (
            <SecretInput
              ties={ties}
              label={t`Secret`}
              value={form.fields.secret}
              isLocked={form.busy === 'save'}
              placeholder={form.hasSecret ? t`unchanged` : undefined}
              onChange={(value) => form.set('secret', value)}
            />
          )}
        </FieldFrame>
      )}
      <CardFormOutcome form={form} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          type="submit"
          className="min-h-8 px-3.5"
          disabled={form.busy !== undefined}
        >
          {form.busy === 'save' ? t`Saving…` : t`Save`}
        </Button>
        <Button
          className="min-h-8 px-3"
          disabled={form.busy !== undefined}
          onClick={() => run('test')}
        >
          {form.busy === 'test' ? t`Testing…` : t`Test`}
        </Button>
        <Button
          className="ml-auto min-h-8 px-3"
          disabled={form.busy === 'save'}
          onClick={() => onClose('')}
        >{t`Cancel`}</Button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  id: string;
  name: CardFieldName;
  form: CardFormState;
  isReadOnly: boolean;
  label: string;
  isRequired: boolean;
  placeholder: string;
  most: number;
  help?: string;
}

function TextField({
  id,
  name,
  form,
  isReadOnly,
  label,
  isRequired,
  help,
  ...rest
}: TextFieldProps) {
  return (
    <FieldFrame
      id={id}
      label={label}
      isRequired={isRequired}
      help={help}
      problem={form.problems[name]}
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          inputMode={name === 'address' ? 'url' : 'text'}
          readOnly={isReadOnly}
          value={form.fields[name]}
          placeholder={rest.placeholder}
          maxLength={rest.most}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={inputStyle}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

import { t } from '@lingui/core/macro';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import type { FormField } from '../../../lib/model/descriptor';
import { FieldFrame, type InputTies, inputStyle } from '../../ui/FieldFrame';
import type { ConnectionForm } from './use-connection-form';

/** The protocol's limit for the length of an answer. */
const longestAnswer = 400;

/** What the browser must not do to an answer by itself. */
const unaided = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false };

interface FormInputProps {
  field: FormField;
  form: ConnectionForm;
  id: string;
}

/** One field of a platform's form, as its descriptor says. */
export function FormInput({ field, form, id }: FormInputProps) {
  const value = form.fields[field.name] ?? '';
  return (
    <FieldFrame
      id={id}
      label={field.label}
      isRequired={field.required}
      help={field.help}
      problem={form.problems[field.name]}
    >
      {(ties) => {
        if (field.kind === 'secret') {
          return (
            <SecretInput
              ties={ties}
              label={field.label}
              value={form.secrets[field.name] ?? ''}
              isLocked={form.isLocked}
              placeholder={form.areSecretsStored ? t`unchanged` : field.placeholder}
              onChange={(secret) => form.setSecret(field.name, secret)}
            />
          );
        }
        if (field.kind === 'choice') {
          return (
            <ChoiceInput
              ties={ties}
              field={field}
              value={value}
              onChange={(chosen) => form.setValue(field.name, chosen)}
            />
          );
        }
        return (
          <input
            {...ties}
            // Not type="url": the browser would refuse an address without https:// by itself.
            type="text"
            inputMode={field.kind === 'url' ? 'url' : 'text'}
            value={value}
            placeholder={field.placeholder}
            maxLength={longestAnswer}
            readOnly={form.isLocked}
            {...unaided}
            className={inputStyle}
            onChange={(event) => form.setValue(field.name, event.target.value)}
            // An empty field is not wrong yet: the person may be on the way to “Cancel”.
            onBlur={() => value.trim() !== '' && form.touch(field.name)}
          />
        );
      }}
    </FieldFrame>
  );
}

interface ChoiceInputProps {
  ties: InputTies;
  field: FormField;
  value: string;
  onChange(value: string): void;
}

/** One of a few given answers; an optional one can also be left open. */
function ChoiceInput({ ties, field, value, onChange }: ChoiceInputProps) {
  return (
    <div className="relative">
      <select
        {...ties}
        value={value}
        className={`${inputStyle} appearance-none pr-8`}
        onChange={(event) => onChange(event.target.value)}
      >
        {!field.required && <option value="">–</option>}
        {field.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-[9px] right-2.5 text-ink-faint"
      />
    </div>
  );
}

interface SecretInputProps {
  ties: InputTies;
  /** What is entered into the field, for the button's name. */
  label: string;
  value: string;
  isLocked: boolean;
  placeholder: string | undefined;
  onChange(value: string): void;
}

/** An input for a key: hidden until asked to show, and kept out of the browser's memory. */
export function SecretInput({ ties, label, isLocked, onChange, ...shown }: SecretInputProps) {
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <input
        {...ties}
        {...shown}
        type={isShown ? 'text' : 'password'}
        readOnly={isLocked}
        autoCorrect="off"
        {...unaided}
        className={`${inputStyle} pr-9`}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        aria-pressed={isShown}
        aria-label={t`Show ${label}`}
        title={isShown ? t`Hide` : t`Show`}
        className="absolute inset-y-1 right-1 flex w-7 items-center justify-center rounded text-ink-faint hover:bg-hover hover:text-ink"
        onClick={() => setIsShown(!isShown)}
      >
        <Icon size={14} aria-hidden />
      </button>
    </div>
  );
}

import type { FormField } from '../../lib/model/descriptor';
import { ChoiceInput } from './ChoiceInput';
import { FieldFrame, inputLook } from './FieldFrame';
import { SecretInput } from './SecretInput';
import type { ConnectionForm } from './use-connection-form';

/** The protocol's limit for the length of an answer. */
const longestAnswer = 400;

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
              placeholder={form.areSecretsStored ? 'unchanged' : field.placeholder}
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
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className={inputLook}
            onChange={(event) => form.setValue(field.name, event.target.value)}
            // An empty field is not wrong yet: the person may be on the way to “Cancel”.
            onBlur={() => value.trim() !== '' && form.touch(field.name)}
          />
        );
      }}
    </FieldFrame>
  );
}

import { t } from '@lingui/core/macro';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { FormInput } from './FormInput';
import type { ConnectionForm } from './use-connection-form';

const MembraneChoice = lazy(async () => ({
  default: (await import('../membrane/MembraneChoice')).MembraneChoice,
}));

interface ConnectionFieldsProps {
  platform: PlatformDescriptor;
  form: ConnectionForm;
  /** The id of a field's input, by the field's name. */
  idOf(name: string): string;
  /** The ways that can be chosen; absent: both. */
  ways?: { direct: boolean; membrane: boolean } | undefined;
  /** What to know before the fields are filled in. */
  guide?: ReactNode;
}

/** What a platform's form asks for: the way to it, its own fields, and the connection in Membrane. */
export function ConnectionFields({ platform, form, idOf, ways, guide }: ConnectionFieldsProps) {
  const canChoose = ways === undefined || (ways.direct && ways.membrane);
  return (
    <>
      {canChoose && <WayChoice form={form} platform={platform} />}
      {guide}
      {platform.form
        .filter(({ kind }) => kind !== 'secret' || !form.isThroughMembrane)
        .map((field) => (
          <FormInput key={field.name} field={field} form={form} id={idOf(field.name)} />
        ))}
      {form.isThroughMembrane && (
        <Suspense>
          <MembraneChoice platform={platform} form={form} />
        </Suspense>
      )}
    </>
  );
}

/** With a key of its own, or through Membrane, which stores the key. */
function WayChoice({ form, platform }: { form: ConnectionForm; platform: PlatformDescriptor }) {
  const name = useId();
  const { label } = platform;
  const ways = [
    [false, t`Directly, with a key from ${label}`],
    [true, t`Through Membrane, without a key in this browser`],
  ] as const;
  return (
    <fieldset className="flex flex-col gap-1 text-13">
      <legend className="mb-1 font-medium text-12">{t`How Deskside connects to ${label}`}</legend>
      {ways.map(([isThrough, words]) => (
        <label key={words} className="flex gap-2">
          <input
            type="radio"
            name={name}
            checked={form.isThroughMembrane === isThrough}
            onChange={() => form.chooseWay(isThrough)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import type { ReplyForm } from '../../replies/use-reply-form';
import { FieldFrame, inputStyle } from '../../ui/FieldFrame';
import { PlatformIcon } from '../../ui/PlatformIcon';
import { ToggleChip } from '../../ui/ToggleChip';

interface AudienceFieldsProps {
  form: ReplyForm;
  platforms: ReadonlyMap<string, PlatformDescriptor>;
}

const audiences = () =>
  [
    ['', t`Customers or colleagues`],
    ['customer', t`Customers`],
    ['internal', t`Colleagues only`],
  ] as const;

/** What a response is suitable for: its readers, its language, the platforms. */
export function AudienceFields({ form, platforms }: AudienceFieldsProps) {
  const id = useId();
  const { draft, problems, change } = form;
  const toggle = (name: string) =>
    change({
      platforms: draft.platforms.includes(name)
        ? draft.platforms.filter((each) => each !== name)
        : [...draft.platforms, name],
    });
  return (
    <div className="grid gap-3 sm:grid-cols-[160px_1fr]">
      <FieldFrame
        id={`${id}-language`}
        label={t`Language`}
        isRequired={false}
        problem={problems.language}
      >
        {(ties) => (
          <input
            {...ties}
            value={draft.language}
            placeholder="en, pt-BR"
            maxLength={35}
            autoComplete="off"
            spellCheck={false}
            className={inputStyle}
            onChange={(event) => change({ language: event.target.value })}
          />
        )}
      </FieldFrame>
      <FieldFrame id={`${id}-audience`} label={t`Written for`} isRequired>
        {(ties) => (
          <select
            {...ties}
            value={draft.audience}
            className={inputStyle}
            onChange={(event) => {
              const chosen = audiences().find(([value]) => value === event.target.value);
              if (chosen !== undefined) change({ audience: chosen[0] });
            }}
          >
            {audiences().map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <fieldset className="flex flex-wrap items-center gap-1.5 sm:col-span-2">
        <legend className="mb-1 font-medium text-12">
          <Trans>
            Platforms <span className="font-normal text-ink-faint">(none chosen: all)</span>
          </Trans>
        </legend>
        {[...platforms.values()].map((platform) => (
          <ToggleChip
            key={platform.name}
            isOutlined
            isOn={draft.platforms.includes(platform.name)}
            onToggle={() => toggle(platform.name)}
          >
            <PlatformIcon platform={platform} size={13} /> {platform.label}
          </ToggleChip>
        ))}
      </fieldset>
    </div>
  );
}

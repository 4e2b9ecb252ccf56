import { t } from '@lingui/core/macro';
/** The text beside a choice that the administrator made. */
export const presetWords = (): string => t`Set by your organisation; it cannot be changed here.`;

/** Shown below a choice that the administrator made; the choice refers to it by `id`. */
export function PresetNotice({ id }: { id: string }) {
  return (
    <p id={id} className="text-12 text-ink-faint">
      {presetWords()}
    </p>
  );
}

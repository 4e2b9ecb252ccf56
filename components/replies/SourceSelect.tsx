import { t } from '@lingui/core/macro';
import { OWN_SOURCE, type ReplySourceRow } from '../../lib/model/reply';
import { type SourceNames, sourceLabel } from '../../lib/replies/source-words';
import { FieldFrame, inputStyle } from '../ui/FieldFrame';

interface SourceSelectProps {
  id: string;
  value: string;
  sources: readonly ReplySourceRow[];
  names: SourceNames;
  onChange(source: string): void;
}

/** The sources a response can be written to, the own library first. */
export function writableSources(sources: readonly ReplySourceRow[]): string[] {
  const others = sources.filter((row) => row.writable && row.source !== OWN_SOURCE);
  return [OWN_SOURCE, ...others.map((row) => row.source)];
}

/** Chooses where a response is kept. */
export function SourceSelect({ id, value, sources, names, onChange }: SourceSelectProps) {
  const places = writableSources(sources);
  return (
    <FieldFrame id={id} label={t`Keep it in`} isRequired>
      {(ties) => (
        <select
          {...ties}
          value={value}
          className={inputStyle}
          onChange={(event) => onChange(event.target.value)}
        >
          {/* Begun for a place that is gone by now: no other one must look as if it were chosen. */}
          {!places.includes(value) && (
            <option value={value} disabled>
              {sourceLabel(value, names)}
            </option>
          )}
          {places.map((source) => (
            <option key={source} value={source}>
              {sourceLabel(source, names)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

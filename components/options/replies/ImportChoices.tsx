import { t } from '@lingui/core/macro';
import { sourceLabel } from '../../../lib/replies/source-words';
import { writableSources } from '../../replies/SourceSelect';
import { inputStyle } from '../../ui/FieldFrame';
import type { ManagedLibrary } from './use-managed-library';
import type { ReplyImportState } from './use-reply-import';

interface TargetSelectProps {
  target: string;
  library: ManagedLibrary;
  onChoose(target: string): void;
}

/** Where the responses of the file are put. */
export function TargetSelect({ target, library, onChoose }: TargetSelectProps) {
  const sources = writableSources(library.sources);
  if (sources.length === 1) return null;
  return (
    <label className="flex items-center gap-2 text-12">
      {t`Import into`}
      <select
        value={target}
        className={`${inputStyle} w-52!`}
        onChange={(event) => onChoose(event.target.value)}
      >
        {sources.map((source) => (
          <option key={source} value={source}>
            {sourceLabel(source, library)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AsWrittenChoiceProps {
  state: Extract<ReplyImportState, { kind: 'preview' }>;
  onChoose(asWritten: boolean): void;
}

/** Whether the texts of the file are Markdown or go in exactly as they are. */
export function AsWrittenChoice({ state, onChoose }: AsWrittenChoiceProps) {
  const plain = state.file.replies.filter(({ isMarkdown }) => isMarkdown !== true);
  if (plain.length === 0) return null;
  const isOn = state.asWritten ?? plain.every(({ reply }) => reply.asWritten === true);
  return (
    <label className="flex items-center gap-2 text-12">
      <input
        type="checkbox"
        checked={isOn}
        className="accent-(--accent)"
        onChange={(event) => onChoose(event.target.checked)}
      />
      {t`Insert these exactly as written, without reading Markdown`}
    </label>
  );
}

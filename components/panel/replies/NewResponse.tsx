import { type KeyboardEvent, useId } from 'react';
import type { ReplySourceRow } from '../../../lib/model/reply';
import { sourceLabel } from '../../../lib/replies/source-words';
import { CoreFields } from '../../replies/CoreFields';
import type { ReplyDraft } from '../../replies/draft';
import { LossNote } from '../../replies/LossNote';
import { SourceSelect } from '../../replies/SourceSelect';
import { useDraft } from '../../replies/use-draft';
import { Button } from '../../ui/Button';
import { useNames } from '../names';
import { usePanelView } from '../view-store';
import { useFormStore } from './form-store';

interface NewResponseProps {
  initial: ReplyDraft;
  sources: readonly ReplySourceRow[];
  onChange(draft: ReplyDraft): void;
  onClose(): void;
}

/** A small form that makes a canned response, or changes one. */
export function NewResponse({ initial, sources, onChange, onClose }: NewResponseProps) {
  const id = useId();
  const names = useNames();
  const say = usePanelView((view) => view.say);
  const isWritten = useFormStore((kept) => kept.isWritten);
  const form = useDraft(initial, {
    onChange,
    onSaved: (draft) => {
      say(`Saved in ${sourceLabel(draft.source, names)}.`);
      onClose();
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // What was written goes only by “Cancel”.
    if (event.key === 'Escape' && !form.isChanged && !isWritten) {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.save();
    }
  };
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto p-3">
        <h2 id={`${id}-title`} className="font-semibold text-13">
          {initial.id === undefined ? 'New response' : 'Change response'}
        </h2>
        <CoreFields form={form} rows={5} />
        {initial.id === undefined && (
          <SourceSelect
            id={`${id}-source`}
            value={form.draft.source}
            sources={sources}
            names={names}
            onChange={(source) => form.change({ source })}
          />
        )}
        <LossNote draft={form.draft} names={names} />
        <p role="alert" className="text-12 text-bad empty:hidden">
          {form.failure}
        </p>
      </div>
      <div className="flex shrink-0 justify-end gap-2 border-line border-t px-3 py-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" disabled={form.isBusy} title="Save (Ctrl+Enter)">
          {form.isBusy ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
}

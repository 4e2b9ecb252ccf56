import { useId } from 'react';
import { sourceLabel } from '../../../lib/replies/source-words';
import { CoreFields } from '../../replies/CoreFields';
import type { ReplyDraft } from '../../replies/draft';
import { LossNote } from '../../replies/LossNote';
import { SourceSelect } from '../../replies/SourceSelect';
import { useDraft } from '../../replies/use-draft';
import { Button } from '../../ui/Button';
import { LivePreview } from './LivePreview';
import { SuitFields } from './SuitFields';
import type { ManagedLibrary } from './use-managed-library';
import { VariantFields } from './VariantFields';

interface EditorProps {
  initial: ReplyDraft;
  library: ManagedLibrary;
  onClose(): void;
}

/** The form for one response, with a preview of what it becomes beside it. */
export function Editor({ initial, library, onClose }: EditorProps) {
  const id = useId();
  const form = useDraft(initial, {
    onSaved: (draft) => {
      library.tell(`Saved in ${sourceLabel(draft.source, library)}.`);
      onClose();
    },
  });
  const isNew = initial.id === undefined;
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="grid gap-5 rounded-lg border border-line-strong bg-sunken p-4 md:grid-cols-[3fr_2fr]"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
      onKeyDown={(event) => {
        // What was written goes only by “Cancel”.
        if (event.key !== 'Escape' || form.isChanged) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="flex min-w-0 flex-col gap-3">
        <h3 id={`${id}-title`} className="font-semibold text-13">
          {isNew
            ? 'New response'
            : `Edit “${initial.title || initial.shortcut}” in ${sourceLabel(initial.source, library)}`}
        </h3>
        <CoreFields form={form} rows={9} />
        {isNew && (
          <SourceSelect
            id={`${id}-source`}
            value={form.draft.source}
            sources={library.sources}
            names={library}
            onChange={(source) => form.change({ source })}
          />
        )}
        <SuitFields form={form} platforms={library.platforms} />
        <VariantFields form={form} />
        <LossNote draft={form.draft} names={library} />
        <p role="alert" className="text-12 text-bad empty:hidden">
          {form.failure}
        </p>
        <div className="flex gap-2">
          <Button look="primary" type="submit" className="h-8 px-3" disabled={form.isBusy}>
            {form.isBusy ? 'Saving…' : 'Save response'}
          </Button>
          <Button className="h-8 px-3" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
      <LivePreview body={form.draft.body} />
    </form>
  );
}

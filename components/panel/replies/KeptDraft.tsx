import { PencilLine, X } from 'lucide-react';
import type { ReplyDraft } from '../../replies/draft';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { useFormStore } from './form-store';

/** Leads back to the response that was being written when the search was wanted. */
export function KeptDraft({ onGoOn }: { onGoOn(draft: ReplyDraft): void }) {
  const { draft, isWritten, keep } = useFormStore();
  if (draft === undefined || !isWritten) return null;
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-line border-t px-3 py-1 text-12 text-ink-soft">
      <PencilLine size={13} aria-hidden className="shrink-0" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        Not saved yet: {draft.title || draft.shortcut || 'a new response'}
      </span>
      <Button className="h-6" onClick={() => onGoOn(draft)}>
        Go on
      </Button>
      <IconButton
        icon={X}
        label="Throw away what is not saved"
        className="-mr-1.5"
        onClick={() => keep(undefined)}
      />
    </div>
  );
}

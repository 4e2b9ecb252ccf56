import { Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { OWN_SOURCE } from '../../../lib/model/reply';
import { draftOf, emptyDraft, type ReplyDraft } from '../../replies/draft';
import { Button } from '../../ui/Button';
import { Editor } from './Editor';
import { useManagedLibrary } from './use-managed-library';
import { type ManageView, ViewChoice } from './ViewChoice';
import { ViewOf } from './ViewOf';

interface RepliesSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** Where a supervisor keeps the canned responses of every source. */
export function RepliesSection({ platforms, connections }: RepliesSectionProps) {
  const id = useId();
  const library = useManagedLibrary(platforms, connections);
  const [draft, setDraft] = useState<ReplyDraft>();
  const [view, setView] = useState<ManageView>('all');
  const newButton = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const isThere = library !== undefined;
  useEffect(() => {
    // The browser looked for it before the library was read.
    if (isThere && window.location.hash === '#responses') section.current?.scrollIntoView();
  }, [isThere]);
  if (library === undefined) return null;
  const close = () => {
    setDraft(undefined);
    newButton.current?.focus();
  };
  return (
    <section
      ref={section}
      aria-labelledby={`${id}-title`}
      className="mt-4 flex flex-col gap-3 border-line-strong border-t pt-5"
    >
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 id={`${id}-title`} className="font-semibold text-15">
          Canned responses
        </h2>
        <ViewChoice view={view} onChoose={setView} />
        <Button
          ref={newButton}
          className="ml-auto shrink-0"
          disabled={draft !== undefined}
          onClick={() => setDraft(emptyDraft(OWN_SOURCE))}
        >
          <Plus size={13} aria-hidden /> New response
        </Button>
      </div>
      <p role="status" className="text-12 text-ink-soft empty:hidden">
        {library.told}
      </p>
      {draft !== undefined && (
        <Editor
          key={`${draft.source}/${draft.id ?? ''}`}
          initial={draft}
          library={library}
          onClose={close}
        />
      )}
      <ViewOf view={view} library={library} onEdit={(reply) => setDraft(draftOf(reply))} />
    </section>
  );
}

import Plus from 'lucide-react/icons/plus';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { OWN_SOURCE, replyRef } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { type DuplicateGroup, findDuplicates } from '../../../lib/replies/duplicates';
import { formatNumber } from '../../../lib/text/format-number';
import { emptyDraft } from '../../replies/reply-draft';
import type { ReplyConflict } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { ToggleChip } from '../../ui/ToggleChip';
import { DeletedReplies } from './DeletedReplies';
import { ReplyEditor } from './ReplyEditor';
import { ReplyFiles } from './ReplyFiles';
import { ReplyList } from './ReplyList';
import { type OpenEditor, ReplyRow } from './ReplyRow';
import { TeamLibrary } from './TeamLibrary';
import { type ManagedLibrary, useManagedLibrary } from './use-managed-library';

interface RepliesSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** The form that is open. */
interface OpenForm {
  draft: ReplyFormDraft;
  met: ReplyConflict | undefined;
  /** Another one each time, so that a form begins anew. */
  count: number;
}

/** Where a supervisor keeps the canned responses of every source. */
export function RepliesSection({ platforms, connections }: RepliesSectionProps) {
  const id = useId();
  const library = useManagedLibrary(platforms, connections);
  const [open, setOpen] = useState<OpenForm>();
  const [view, setView] = useState<RepliesView>('all');
  /** What would be lost with the form. */
  const written = useRef<ReplyFormDraft>(undefined);
  const newButton = useRef<HTMLButtonElement>(null);
  const section = useRef<HTMLElement>(null);
  const isThere = library !== undefined;
  useEffect(() => {
    // The browser looked for it before the library was read.
    if (isThere && window.location.hash === '#responses') section.current?.scrollIntoView();
  }, [isThere]);
  if (library === undefined) return null;
  const openForm: OpenEditor = (draft, met) => {
    if (written.current !== undefined) {
      const { title, shortcut } = written.current;
      library.say(
        `“${title || shortcut || 'A response'}” is not saved yet. Save or cancel it first.`,
      );
      return;
    }
    setOpen((before) => ({ draft, met, count: (before?.count ?? 0) + 1 }));
  };
  const close = () => {
    written.current = undefined;
    setOpen(undefined);
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
          disabled={open !== undefined}
          onClick={() => openForm(emptyDraft(OWN_SOURCE))}
        >
          <Plus size={13} aria-hidden /> New response
        </Button>
      </div>
      <Notice library={library} />
      {open !== undefined && (
        <ReplyEditor
          key={open.count}
          initial={open.draft}
          met={open.met}
          library={library}
          onChange={(draft) => {
            written.current = draft;
          }}
          onClose={close}
        />
      )}
      <ViewOf view={view} library={library} onEdit={openForm} />
    </section>
  );
}

/** What came of the last thing that was done, and what can be done about it. */
function Notice({ library }: { library: ManagedLibrary }) {
  const { words, action } = library.notice;
  return (
    <div className="flex items-center gap-2 text-12 text-ink-soft">
      <p role="status" className="empty:hidden">
        {words}
      </p>
      {action !== undefined && <Button onClick={() => void action.run()}>{action.label}</Button>}
    </div>
  );
}

/** Larger libraries of duplicates are worked through from the top. */
const mostGroups = 50;

const reasons: Readonly<Record<DuplicateGroup['why'], string>> = {
  shortcut: 'Same shortcut',
  text: 'Same text',
  similar: 'Nearly the same text',
};

interface DuplicatesProps {
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** Responses that look like one, over all sources. */
function Duplicates({ library, onEdit }: DuplicatesProps) {
  const { replies } = library;
  const groups = useMemo(() => findDuplicates(replies), [replies]);
  if (groups.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">No two responses look alike.</p>;
  }
  return (
    <div className="flex flex-col gap-4">
      {groups.slice(0, mostGroups).map(({ why, replies: alike }) => (
        <section key={`${why} ${alike.map(replyRef).join(' ')}`} aria-label={reasons[why]}>
          <h3 className="text-12 text-ink-soft">{reasons[why]}</h3>
          <ul>
            {alike.map((reply) => (
              <ReplyRow key={replyRef(reply)} reply={reply} library={library} onEdit={onEdit} />
            ))}
          </ul>
        </section>
      ))}
      {groups.length > mostGroups && (
        <p className="text-12 text-ink-faint">
          {formatNumber(groups.length - mostGroups)} more groups follow once these are sorted out.
        </p>
      )}
    </div>
  );
}

/** Which part of the canned responses is on the page. */
type RepliesView = 'all' | 'duplicates' | 'deleted' | 'files' | 'team';

const views: readonly (readonly [RepliesView, string])[] = [
  ['all', 'All'],
  ['duplicates', 'Duplicates'],
  ['deleted', 'Deleted'],
  ['files', 'Import and export'],
  ['team', 'Team library'],
];

interface ViewChoiceProps {
  view: RepliesView;
  onChoose(view: RepliesView): void;
}

/** Chooses the part of the canned responses to manage. */
function ViewChoice({ view, onChoose }: ViewChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      {views.map(([name, label]) => (
        <ToggleChip key={name} isOn={name === view} onToggle={() => onChoose(name)}>
          {label}
        </ToggleChip>
      ))}
    </div>
  );
}

interface ViewOfProps {
  view: RepliesView;
  library: ManagedLibrary;
  onEdit: OpenEditor;
}

/** The chosen part of the canned responses. */
function ViewOf({ view, library, onEdit }: ViewOfProps) {
  switch (view) {
    case 'all':
      return <ReplyList library={library} onEdit={onEdit} />;
    case 'duplicates':
      return <Duplicates library={library} onEdit={onEdit} />;
    case 'deleted':
      return <DeletedReplies library={library} />;
    case 'files':
      return <ReplyFiles library={library} />;
    case 'team':
      return <TeamLibrary library={library} />;
  }
}

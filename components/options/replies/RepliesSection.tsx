import Plus from 'lucide-react/icons/plus';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { OWN_SOURCE, type Reply, replyRef } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { type DuplicateGroup, findDuplicates } from '../../../lib/replies/duplicates';
import { database } from '../../../lib/storage/database';
import { readDeletedReplies } from '../../../lib/storage/reply-queries';
import { formatNumber } from '../../../lib/text/format-number';
import { formatDate } from '../../../lib/text/format-time';
import { useLiveRead } from '../../hooks/use-live-read';
import { restoreReply } from '../../replies/reply-commands';
import { draftOf, emptyDraft } from '../../replies/reply-draft';
import { Button } from '../../ui/Button';
import { ToggleChip } from '../../ui/ToggleChip';
import { ReplyEditor } from './ReplyEditor';
import { ReplyFiles } from './ReplyFiles';
import { ReplyList } from './ReplyList';
import { ReplyRow } from './ReplyRow';
import { TeamLibrary } from './TeamLibrary';
import { type ManagedLibrary, useManagedLibrary } from './use-managed-library';

interface RepliesSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** Where a supervisor keeps the canned responses of every source. */
export function RepliesSection({ platforms, connections }: RepliesSectionProps) {
  const id = useId();
  const library = useManagedLibrary(platforms, connections);
  const [draft, setDraft] = useState<ReplyFormDraft>();
  const [view, setView] = useState<RepliesView>('all');
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
        {library.notice}
      </p>
      {draft !== undefined && (
        <ReplyEditor
          key={replyRef({ source: draft.source, id: draft.id ?? '' })}
          initial={draft}
          library={library}
          onClose={close}
        />
      )}
      <ViewOf view={view} library={library} onEdit={(reply) => setDraft(draftOf(reply))} />
    </section>
  );
}

/** What was deleted from the own library and can still be brought back. */
function DeletedReplies({ library }: { library: ManagedLibrary }) {
  const deleted = useLiveRead(
    { tables: [database.replies], read: () => readDeletedReplies(database) },
    [],
  );
  if (deleted === undefined) return null;
  if (deleted.length === 0) {
    return <p className="py-3 text-12 text-ink-faint">Nothing was deleted lately.</p>;
  }
  const restore = async (reply: Reply) => {
    const answer = await restoreReply(reply);
    const done = `“${reply.title || reply.shortcut}” is back.`;
    library.say(answer.kind === 'ok' ? done : answer.message);
  };
  return (
    <ul aria-label="Deleted responses">
      {deleted.map((reply) => (
        <li key={replyRef(reply)} className="flex items-center gap-3 border-line border-b py-1.5">
          <span dir="auto" className="min-w-0 flex-1 truncate text-13">
            {reply.title || reply.shortcut}
          </span>
          <span className="shrink-0 text-11 text-ink-faint">
            Deleted {formatDate(reply.deletedAt ?? 0)}
          </span>
          <Button
            aria-label={`Bring back: ${reply.title || reply.shortcut}`}
            onClick={() => void restore(reply)}
          >
            <RotateCcw size={12} aria-hidden /> Bring back
          </Button>
        </li>
      ))}
    </ul>
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
  onEdit(reply: Reply): void;
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
  onEdit(reply: Reply): void;
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

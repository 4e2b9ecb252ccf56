import { t } from '@lingui/core/macro';
import Plus from 'lucide-react/icons/plus';
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { OWN_SOURCE } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { database } from '../../../lib/storage/database';
import { readBulkRuns } from '../../../lib/storage/reply-queries';
import { useFocusAfterRemoval } from '../../hooks/use-focus-after-removal';
import { useLiveRead } from '../../hooks/use-live-read';
import { emptyDraft } from '../../replies/reply-form-draft';
import type { ReplyConflict } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { ToggleChip } from '../../ui/ToggleChip';
import { StillReading } from '../StillReading';
import { useUnloadQuestion } from '../use-unload-question';
import { CrossedTexts } from './CrossedTexts';
import { DeletedReplies } from './DeletedReplies';
import { ReplyEditor } from './ReplyEditor';
import { ReplyFiles } from './ReplyFiles';
import { ReplyList } from './ReplyList';
import { TeamLibrary } from './TeamLibrary';
import { type ManagedLibrary, type OpenEditor, useManagedLibrary } from './use-managed-library';

const LazyDuplicates = lazy(async () => ({
  default: (await import('./DuplicateReplies')).DuplicateReplies,
}));

interface RepliesSectionProps {
  platforms: readonly PlatformDescriptor[];
  connections: readonly Connection[];
}

/** The form that is open. */
interface OpenForm {
  draft: ReplyFormDraft;
  met: ReplyConflict | undefined;
  /** Another number each time, so that each form starts afresh. */
  count: number;
}

/** Where a supervisor manages the canned responses of every source. */
export function RepliesSection({ platforms, connections }: RepliesSectionProps) {
  const id = useId();
  const library = useManagedLibrary(platforms, connections);
  const [open, setOpen] = useState<OpenForm>();
  const [view, setView] = useState<RepliesView>('all');
  /** What would be lost if the form were closed. */
  const written = useRef<ReplyFormDraft>(undefined);
  useUnloadQuestion(() => written.current !== undefined);
  const newButton = useRef<HTMLButtonElement>(null);
  useFocusAfterRemoval(newButton, Number(open !== undefined));
  const section = useRef<HTMLElement>(null);
  const isThere = library !== undefined;
  useEffect(() => {
    // The browser looked for the section before the library was read.
    if (isThere && window.location.hash === '#responses') section.current?.scrollIntoView();
  }, [isThere]);
  if (library === undefined) return <StillReading />;
  const openForm: OpenEditor = (draft, met) => {
    if (written.current !== undefined) {
      const name = written.current.title || written.current.shortcut;
      library.say(
        name === ''
          ? t`A response is not saved yet. Save or cancel it first.`
          : t`“${name}” is not saved yet. Save or cancel it first.`,
      );
      return;
    }
    setOpen((before) => ({ draft, met, count: (before?.count ?? 0) + 1 }));
  };
  const close = () => {
    written.current = undefined;
    setOpen(undefined);
  };
  return (
    <section
      ref={section}
      aria-labelledby={`${id}-title`}
      className="mt-4 flex flex-col gap-3 border-line-strong border-t pt-5"
    >
      <div className="flex flex-wrap items-center gap-2.5">
        <h2 id={`${id}-title`} className="font-semibold text-15">{t`Canned responses`}</h2>
        <ViewChoice view={view} onChoose={setView} />
        <Button
          ref={newButton}
          className="ml-auto shrink-0"
          disabled={open !== undefined}
          onClick={() => openForm(emptyDraft(OWN_SOURCE))}
        >
          <Plus size={13} aria-hidden /> {t`New response`}
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
      <CrossedTexts library={library} onEdit={openForm} />
      <BulkRuns library={library} />
      <ViewOf view={view} library={library} onEdit={openForm} />
      <Files isShown={view === 'files'} library={library} />
    </section>
  );
}

const LazyBulkRunList = lazy(async () => ({
  default: (await import('./bulk/BulkRunList')).BulkRunList,
}));

/** Changes of many responses; nothing where there were none. */
function BulkRuns({ library }: { library: ManagedLibrary }) {
  const runs = useLiveRead({ tables: [database.bulkRuns], read: () => readBulkRuns(database) }, []);
  if (runs === undefined || runs.length === 0) return null;
  return (
    <Suspense>
      <LazyBulkRunList runs={runs} library={library} />
    </Suspense>
  );
}

/** The result of the last action, and what can be done about it. */
function Notice({ library }: { library: ManagedLibrary }) {
  const { words, action } = library.notice;
  const [pressed, setPressed] = useState<typeof action>();
  return (
    <div className="flex items-center gap-2 text-12 text-ink-soft">
      <p role="status" className="empty:hidden">
        {words}
      </p>
      {action !== undefined && (
        <Button
          disabled={pressed === action}
          onClick={() => {
            setPressed(action);
            void action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

/** Which part of the canned responses is on the page. */
type RepliesView = 'all' | 'duplicates' | 'deleted' | 'files' | 'team';

const views = (): readonly (readonly [RepliesView, string])[] => [
  ['all', t({ message: 'All', context: 'canned responses' })],
  ['duplicates', t`Duplicates`],
  ['deleted', t({ message: 'Deleted', context: 'canned responses' })],
  ['files', t`Import and export`],
  ['team', t`Team library`],
];

interface ViewChoiceProps {
  view: RepliesView;
  onChoose(view: RepliesView): void;
}

/** Chooses the part of the canned responses to manage. */
function ViewChoice({ view, onChoose }: ViewChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      {views().map(([name, label]) => (
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
      return (
        <Suspense>
          <LazyDuplicates library={library} onEdit={onEdit} />
        </Suspense>
      );
    case 'deleted':
      return <DeletedReplies library={library} />;
    case 'files':
      return null;
    case 'team':
      return <TeamLibrary library={library} />;
  }
}

/** Import and export. It stays once it was opened, so that the file that was chosen does. */
function Files({ isShown, library }: { isShown: boolean; library: ManagedLibrary }) {
  const isOpened = useRef(false);
  isOpened.current ||= isShown;
  if (!isOpened.current) return null;
  return (
    <div hidden={!isShown}>
      <ReplyFiles library={library} />
    </div>
  );
}

import { t } from '@lingui/core/macro';
import CornerDownLeft from 'lucide-react/icons/corner-down-left';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import Pencil from 'lucide-react/icons/pencil';
import PencilLine from 'lucide-react/icons/pencil-line';
import SquarePen from 'lucide-react/icons/square-pen';
import X from 'lucide-react/icons/x';
import { useId, useMemo } from 'react';
import { OWN_SOURCE, type ReplySourceRow } from '../../../lib/model/reply';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { type ForeignValues, foreignIn } from '../../../lib/replies/borrowed-values';
import type { LengthLimit } from '../../../lib/replies/channel-limit';
import { type Composed, composeText, hasPersonalValues } from '../../../lib/replies/compose-reply';
import type { ComposerTarget } from '../../../lib/replies/composer-words';
import { plainText } from '../../../lib/replies/plain-text';
import { draftOf, emptyDraft } from '../../replies/reply-form-draft';
import type { Library } from '../../replies/use-library';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { IconButton } from '../../ui/IconButton';
import { StateScreen } from '../../ui/StateScreen';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { Preview } from './Preview';
import { ReplySearch } from './ReplySearch';
import { ResultList, rowId } from './ResultList';
import { useReplyDrafts } from './reply-drafts';
import { SourceTroubles } from './SourceTroubles';
import { TargetLine } from './TargetLine';
import { useOpenForm } from './use-open-form';
import type { LogicOf, ReplyFlow } from './use-reply-flow';
import type { ReplySearchState } from './use-reply-search';
import type { TextOf } from './use-reply-values';

interface FindViewProps {
  library: Library;
  search: ReplySearchState;
  flow: ReplyFlow;
  target: ComposerTarget;
  whose: string;
  foreign: ForeignValues;
  textOf: TextOf;
  limit: LengthLimit | undefined;
  logicOf: LogicOf;
  /** Shown above the list while nothing is typed. */
  children?: React.ReactNode;
  onLeave(): void;
  onRefresh(): void;
}

/** Finds a response: the search field, the finds, and what the current one would insert. */
export function FindView(props: FindViewProps) {
  const { library, search, flow, target, whose, foreign, textOf, limit } = props;
  const listId = useId();
  const { current, found } = search;
  const isReading = useUnreadSources(library.sources);
  const composed = useMemo(() => {
    if (current === undefined) return undefined;
    const { values, ...source } = textOf(current);
    return composeText(source, values);
  }, [current, textOf]);
  const say = usePanelView((view) => view.say);
  const openForm = useOpenForm();
  const openNew = () => openForm({ ...emptyDraft(OWN_SOURCE), title: search.query.trim() });
  /** A question is about the response that was current when it was asked. */
  const anew = <Given,>(find: (given: Given) => void) => {
    return (given: Given) => {
      flow.disagree();
      find(given);
    };
  };
  return (
    <>
      <ReplySearch
        query={search.query}
        listId={listId}
        activeRow={current === undefined ? undefined : rowId(listId, current)}
        onQuery={anew(search.setQuery)}
        onMove={anew(search.move)}
        onInsert={() =>
          current === undefined ? say(t`There is no response to insert.`) : flow.choose(current)
        }
        onEdit={() => current !== undefined && flow.edit(current)}
        onLeave={props.onLeave}
        onNew={openNew}
        onRefresh={props.onRefresh}
      />
      <TargetLine target={target} />
      {search.query.trim() === '' && props.children}
      {found.length > 0 ? (
        <ResultList
          id={listId}
          label={search.query.trim() === '' ? t`Suggested responses` : t`Responses found`}
          replies={found}
          suggestedCount={search.suggestedCount}
          current={current}
          onPoint={anew(search.point)}
          onChoose={flow.choose}
        />
      ) : (
        <NothingFound
          isEmpty={library.replies.length === 0}
          isReading={isReading}
          onNew={openNew}
        />
      )}
      <UnsavedDraft onGoOn={openForm} />
      <SourceTroubles sources={library.sources} />
      {composed !== undefined && current !== undefined && (
        <Preview
          composed={composed}
          whose={hasPersonalValues(composed) ? whose : undefined}
          foreign={foreignIn(composed, foreign)}
          limit={limit}
          logic={props.logicOf(composed.logic)}
        >
          <PreviewActions
            canInsert={target.kind === 'open'}
            copied={isWhole(composed) ? () => plainText(composed.text) : undefined}
            canChange={library.sources.some((row) => row.source === current.source && row.writable)}
            onInsert={() => flow.choose(current)}
            onEdit={() => flow.edit(current)}
            onChange={() => openForm(draftOf(current))}
          />
        </Preview>
      )}
    </>
  );
}

/** Leads back to the response that was being written when the search was opened. */
function UnsavedDraft({ onGoOn }: { onGoOn(draft: ReplyFormDraft): void }) {
  const { draft, isWritten, keep } = useReplyDrafts();
  if (draft === undefined || !isWritten) return null;
  const name = draft.title || draft.shortcut;
  return (
    <div className="flex shrink-0 items-center gap-1.5 border-line border-t px-3 py-1 text-12 text-ink-soft">
      <PencilLine size={13} aria-hidden className="shrink-0" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {name === '' ? t`Not saved yet: a new response` : t`Not saved yet: ${name}`}
      </span>
      <Button onClick={() => onGoOn(draft)}>{t`Continue`}</Button>
      <IconButton
        icon={X}
        label={t`Discard unsaved changes`}
        className="-mr-1.5"
        onClick={() => keep(undefined)}
      />
    </div>
  );
}

interface NothingFoundProps {
  /** There are no responses at all. */
  isEmpty: boolean;
  /** Some helpdesks have not been read yet, so that their responses are not known. */
  isReading: boolean;
  onNew(): void;
}

/** Says that no response fits, and how to make one. */
function NothingFound({ isEmpty, isReading, onNew }: NothingFoundProps) {
  if (isEmpty && isReading) {
    return (
      <p
        role="status"
        className="flex-1 p-6 text-center text-12 text-ink-faint"
      >{t`Loading the responses of your helpdesks…`}</p>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 overflow-y-auto">
      <StateScreen
        heading="h2"
        icon={MessageSquareText}
        title={isEmpty ? t`No canned responses yet` : t`Nothing found`}
        text={
          isEmpty
            ? t`Write one here. Those of connected helpdesks appear by themselves; files can be imported in the settings.`
            : t`No response contains all of these words.`
        }
      >
        <Button onClick={onNew}>{t`New response`}</Button>
      </StateScreen>
    </div>
  );
}

interface PreviewActionsProps {
  canInsert: boolean;
  /** The text to copy where nothing can be inserted; absent while something is missing in it. */
  copied: (() => string) | undefined;
  /** The response itself can be changed from here. */
  canChange: boolean;
  onInsert(): void;
  onEdit(): void;
  onChange(): void;
}

/** What can be done with the current response, each with its key. */
function PreviewActions(props: PreviewActionsProps) {
  return (
    <>
      {props.canChange && (
        <IconButton icon={Pencil} label={t`Change this response`} onClick={props.onChange} />
      )}
      <IconButton
        icon={SquarePen}
        label={t`Edit before inserting (Ctrl+Enter)`}
        onClick={props.onEdit}
      />
      {!props.canInsert && props.copied && <CopyButton label={t`Copy`} text={props.copied} />}
      <Button
        variant="primary"
        disabled={!props.canInsert}
        title={t`Insert (Enter)`}
        onClick={props.onInsert}
      >
        <CornerDownLeft size={12} aria-hidden /> {t`Insert`}
      </Button>
    </>
  );
}

/** Whether a text can be used without filling in anything, and without logic that a helpdesk works out. */
function isWhole({ missing, logic }: Composed): boolean {
  return missing.length === 0 && logic === undefined;
}

/** Whether a connected helpdesk that has canned responses has never been read. */
function useUnreadSources(sources: readonly ReplySourceRow[]): boolean {
  const { connections, platforms } = usePlatformIndex();
  return [...connections.values()].some(
    ({ id, platform }) =>
      platforms.get(platform)?.capabilities.replies !== undefined &&
      !sources.some(({ source }) => source === id),
  );
}

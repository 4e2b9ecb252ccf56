import { useId, useMemo } from 'react';
import { OWN_SOURCE } from '../../../lib/model/reply';
import type { LengthLimit } from '../../../lib/replies/channel-limit';
import { composeReply, hasPersonalValues } from '../../../lib/replies/compose';
import type { Target } from '../../../lib/replies/target-words';
import { draftOf, emptyDraft, type ReplyDraft } from '../../replies/draft';
import type { Library } from '../../replies/use-library';
import { usePanelView } from '../view-store';
import { useFormStore } from './form-store';
import { KeptDraft } from './KeptDraft';
import { NothingFound } from './NothingFound';
import { Preview } from './Preview';
import { PreviewActions } from './PreviewActions';
import { ReplySearch } from './ReplySearch';
import { ResultList, rowId } from './ResultList';
import { SourceTroubles } from './SourceTroubles';
import { TargetLine } from './TargetLine';
import type { ReplyFlow } from './use-reply-flow';
import type { ReplySearchState } from './use-reply-search';
import type { TextOf } from './use-reply-text';
import { useUnreadSources } from './use-unread-sources';

interface FindViewProps {
  library: Library;
  search: ReplySearchState;
  flow: ReplyFlow;
  target: Target;
  whose: string;
  textOf: TextOf;
  limit: LengthLimit | undefined;
  onLeave(): void;
  onRefresh(): void;
}

/** Finds a response: what is typed, what it finds, and what the current one would insert. */
export function FindView(props: FindViewProps) {
  const { library, search, flow, target, whose, textOf, limit } = props;
  const listId = useId();
  const { current, found } = search;
  const isReading = useUnreadSources(library.sources);
  const composed = useMemo(() => {
    if (current === undefined) return undefined;
    const { body, values } = textOf(current);
    return composeReply(body, values);
  }, [current, textOf]);
  const open = useFormStore((form) => form.open);
  const wishes = usePanelView((view) => view.replyWishes);
  const kept = useFormStore((form) => (form.isWritten ? form.draft : undefined));
  const say = usePanelView((view) => view.say);
  const openForm = (draft: ReplyDraft) => {
    if (kept !== undefined && kept !== draft) {
      say(`“${kept.title || 'A new response'}” is not saved yet. Save or cancel it first.`);
    }
    open(draft, wishes);
  };
  const openNew = () => openForm({ ...emptyDraft(OWN_SOURCE), title: search.query.trim() });
  return (
    <>
      <ReplySearch
        query={search.query}
        listId={listId}
        activeRow={current === undefined ? undefined : rowId(listId, current)}
        onQuery={search.setQuery}
        onMove={search.move}
        onInsert={() => current !== undefined && flow.choose(current)}
        onEdit={() => current !== undefined && flow.edit(current)}
        onLeave={props.onLeave}
        onNew={openNew}
        onRefresh={props.onRefresh}
      />
      <TargetLine target={target} />
      {found.length > 0 ? (
        <ResultList
          id={listId}
          label={search.query.trim() === '' ? 'Suggested responses' : 'Responses found'}
          replies={found}
          suggestedCount={search.suggestedCount}
          current={current}
          onPoint={search.point}
          onChoose={flow.choose}
        />
      ) : (
        <NothingFound
          isEmpty={library.replies.length === 0}
          isReading={isReading}
          onNew={openNew}
        />
      )}
      <KeptDraft onGoOn={openForm} />
      <SourceTroubles sources={library.sources} />
      {composed !== undefined && current !== undefined && (
        <Preview
          composed={composed}
          whose={hasPersonalValues(composed) ? whose : undefined}
          limit={limit}
        >
          <PreviewActions
            canInsert={target.kind === 'open'}
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

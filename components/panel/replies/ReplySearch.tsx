import { t } from '@lingui/core/macro';
import Plus from 'lucide-react/icons/plus';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isHeldEnter } from '../../hooks/is-held-enter';
import { IconButton } from '../../ui/IconButton';
import { SearchField } from '../../ui/SearchField';
import { takeEarlyKeys } from '../early-keys';
import { usePanelView } from '../view-store';

interface ReplySearchProps {
  query: string;
  listId: string;
  /** Id of the row that Enter would choose. */
  activeRow: string | undefined;
  onQuery(query: string): void;
  onMove(step: number): void;
  onInsert(): void;
  onEdit(): void;
  onLeave(): void;
  onNew(): void;
  onRefresh(): void;
}

/** The field for finding a response; arrows, Enter, Ctrl+Enter and Escape act on the list. */
export function ReplySearch(props: ReplySearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const requests = usePanelView((view) => view.replyRequests);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request for the cursor is a reason
  useEffect(() => {
    const { current: input } = field;
    if (input === null) return;
    input.focus();
    const typed = usePanelView.getState().takeTyped() + takeEarlyKeys(document);
    if (typed === '') {
      input.select();
      return;
    }
    const isSelected = input.selectionStart === 0 && input.selectionEnd === input.value.length;
    // The next key may be pressed before React has written this text into the field.
    input.value = isSelected ? typed : typed + input.value;
    props.onQuery(input.value);
  }, [requests]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isHeldEnter(event)) return;
    const act = actionOf(event, props);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <search className="flex h-10 shrink-0 items-center gap-1 px-3">
      <SearchField
        ref={field}
        role="combobox"
        aria-expanded={props.activeRow !== undefined}
        aria-controls={props.listId}
        aria-activedescendant={props.activeRow}
        label={t`Find a canned response`}
        placeholder={t`Find a response`}
        value={props.query}
        onValue={props.onQuery}
        onKeyDown={onKeyDown}
      />
      <IconButton icon={RefreshCw} label={t`Reload the responses`} onClick={props.onRefresh} />
      <IconButton icon={Plus} label={t`New response`} onClick={props.onNew} />
    </search>
  );
}

function actionOf(event: KeyboardEvent, props: ReplySearchProps): (() => void) | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return () => props.onMove(1);
    case 'ArrowUp':
      return () => props.onMove(-1);
    case 'Enter':
      return event.ctrlKey || event.metaKey ? props.onEdit : props.onInsert;
    case 'Escape':
      return props.onLeave;
    default:
      return undefined;
  }
}

import { t } from '@lingui/core/macro';
import type { KeyboardEvent } from 'react';
import type { Reply } from '../../../../lib/model/reply';
import { pressedKey } from '../../../hooks/pressed-key';
import type { Selection } from './use-selection';

interface SelectBoxProps {
  reply: Reply;
  selection: Selection;
}

/** Selects a response; with Shift also those between it and the one selected before. */
export function SelectBox({ reply, selection }: SelectBoxProps) {
  const name = reply.title || reply.shortcut;
  return (
    <input
      type="checkbox"
      aria-label={t`Select: ${name}`}
      checked={selection.has(reply)}
      className="shrink-0 accent-(--accent)"
      onChange={(event) => {
        const { nativeEvent } = event;
        selection.toggle(reply, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
      }}
    />
  );
}

/** With the focus on a box, Ctrl+A selects all that were found, and Escape none. */
export function selectByKey(event: KeyboardEvent, selection: Selection): void {
  if (!(event.target instanceof HTMLInputElement)) return;
  const isAll = pressedKey(event) === 'a' && (event.ctrlKey || event.metaKey);
  if (!isAll && event.key !== 'Escape') return;
  event.preventDefault();
  if (isAll) selection.all();
  else selection.none();
}

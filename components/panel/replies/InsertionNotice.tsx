import { t } from '@lingui/core/macro';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import type { MouseEvent } from 'react';
import { joinSentences } from '../../../lib/text/join-sentences';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { type ComposerInsertion, insertionWords } from './use-insertion';

interface InsertionNoticeProps {
  insertion: ComposerInsertion;
  platformLabel: string;
}

const toneStyles = {
  good: 'bg-accent-soft',
  warn: 'bg-sunken',
  bad: 'bg-bad-soft',
} as const;

/** The result of the last insertion, with a way to undo it. */
export function InsertionNotice({ insertion, platformLabel }: InsertionNoticeProps) {
  const { state } = insertion;
  const words = insertionWords(state, platformLabel);
  const canUndo =
    state.kind === 'finished' && state.outcome.kind === 'inserted' && state.outcome.canUndo;
  const Icon = words?.tone === 'good' ? CircleCheck : TriangleAlert;
  return (
    <div role="status">
      {words !== undefined && (
        <div
          className={`appear flex items-start gap-1.5 px-3 py-1.5 text-12 ${toneStyles[words.tone]}`}
        >
          <Icon
            size={14}
            aria-hidden
            className={`mt-px shrink-0 ${words.tone === 'good' ? 'text-good' : 'text-warn'}`}
          />
          <p className="min-w-0 flex-1 text-pretty wrap-anywhere">
            {joinSentences(words.what, words.next)}
          </p>
          {canUndo && (
            <Button
              className="-my-0.5 shrink-0"
              onClick={(event) => {
                passFocusOn(event);
                void insertion.undo();
              }}
            >
              <Undo2 size={12} aria-hidden /> {t`Undo`}
            </Button>
          )}
          <IconButton
            icon={X}
            label={t`Dismiss`}
            className="-my-1 -mr-1.5"
            onClick={(event) => {
              passFocusOn(event);
              insertion.dismiss();
            }}
          />
        </div>
      )}
    </div>
  );
}

/** The button that was pressed disappears with the notice: the focus goes to what is written into below. */
function passFocusOn({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget
    .closest('[role="status"]')
    ?.parentElement?.querySelector<HTMLElement>('input, textarea, select')
    ?.focus();
}

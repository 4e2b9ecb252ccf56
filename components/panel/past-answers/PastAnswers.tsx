import { t } from '@lingui/core/macro';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useId } from 'react';
import type { Library } from '../../replies/use-library';
import { IndexNotices } from '../everywhere/IndexNotices';
import type { ReplyFlow } from '../replies/use-reply-flow';
import type { TextOf } from '../replies/use-reply-values';
import { AnswerList } from './AnswerList';
import { useAnswersView } from './answers-view';
import { type PastAnswersState, usePastAnswers } from './use-past-answers';

interface PastAnswersProps {
  library: Library;
  flow: ReplyFlow;
  textOf: TextOf;
}

/** How questions like the customer’s last one were answered before, to be inserted again. */
export function PastAnswers({ library, flow, textOf }: PastAnswersProps) {
  const id = useId();
  const { isOpen, setOpen } = useAnswersView();
  const state = usePastAnswers(library.replies, isOpen);
  const answers = state.kind === 'found' ? state.answers : [];
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="flex max-h-[45%] shrink-0 flex-col overflow-y-auto border-line border-t border-b"
    >
      <h2 className="shrink-0">
        <button
          id={`${id}-title`}
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="flex h-7 w-full items-center gap-1 px-2 font-medium text-12 hover:bg-hover"
        >
          <Icon size={13} aria-hidden />
          {t`How we answered before`}
          {answers.length > 0 && <span className="text-ink-faint">{answers.length}</span>}
        </button>
      </h2>
      {isOpen && (
        <>
          <p role="status" className="px-3 pb-1.5 text-12 text-ink-soft empty:hidden">
            {stateWords(state)}
          </p>
          {answers.length > 0 && (
            <AnswerList id={id} answers={answers} flow={flow} textOf={textOf} />
          )}
          {state.kind === 'found' && (
            <div className="px-3 pb-1.5 empty:hidden">
              <IndexNotices people={state.people} />
            </div>
          )}
        </>
      )}
    </section>
  );
}

function stateWords(state: PastAnswersState): string {
  switch (state.kind) {
    case 'none':
      return t`The customer has written nothing in words here yet.`;
    case 'small-talk':
      return t`The last message contains no question to look for.`;
    case 'searching':
      return t`Looking for similar questions…`;
    case 'failed':
      return t`The stored histories could not be read. Close this panel and open it again.`;
    case 'found':
      return state.answers.length > 0
        ? ''
        : t`No similar question was answered in the stored histories.`;
  }
}

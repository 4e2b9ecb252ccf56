import { plural, t } from '@lingui/core/macro';
import ExternalLinkIcon from 'lucide-react/icons/external-link';
import type { KeyboardEvent } from 'react';
import { OWN_SOURCE, PAST_SOURCE, type Reply } from '../../../lib/model/reply';
import { formatDate } from '../../../lib/text/format-time';
import { emptyDraft } from '../../replies/reply-form-draft';
import { Button } from '../../ui/Button';
import { ExternalLink } from '../../ui/ExternalLink';
import { usePanel } from '../PanelContext';
import { useOpenForm } from '../replies/use-open-form';
import type { ReplyFlow } from '../replies/use-reply-flow';
import type { TextOf } from '../replies/use-reply-values';
import { AnswerOption } from './AnswerOption';
import { useAnswersView } from './answers-view';
import { blankWords } from './blank-words';
import type { PastAnswer } from './find-past-answers';

interface AnswerListProps {
  flow: ReplyFlow;
  textOf: TextOf;
  /** Id of this part of the panel; the ids within it begin with it. */
  id: string;
  answers: readonly PastAnswer[];
}

/** The answers, with the keys and buttons to insert the chosen one. */
export function AnswerList({ id, answers, flow, textOf }: AnswerListProps) {
  const subject = usePanel().snapshot.screen?.subject ?? '';
  const { chosen: last, choose } = useAnswersView();
  const isLast = ({ key }: PastAnswer) => last?.subject === subject && last.key === key;
  const chosen = answers.find(isLast) ?? answers[0];
  const openForm = useOpenForm();
  if (chosen === undefined) return null;
  const point = (key: string) => {
    flow.disagree();
    choose({ subject, key });
  };
  const insert = () => flow.fill(replyOf(chosen), firstNameFor(chosen, textOf), blankWords);
  const makeResponse = () => {
    const { body, asWritten } = chosen;
    openForm({ ...emptyDraft(OWN_SOURCE), body, asWritten });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = answers.indexOf(chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: answers.length - 1,
    };
    const next = steps[event.key];
    if (event.key === 'Enter') insert();
    else if (next !== undefined) point((answers[next] ?? chosen).key);
    else return;
    event.preventDefault();
  };
  const { conversation, files } = chosen;
  return (
    <>
      <div
        role="listbox"
        tabIndex={0}
        aria-labelledby={`${id}-title`}
        aria-activedescendant={`${id}-${answers.indexOf(chosen)}`}
        onKeyDown={onKeyDown}
        className="group min-h-16 overflow-y-auto"
      >
        {answers.map((answer, index) => (
          <AnswerOption
            key={answer.key}
            id={`${id}-${index}`}
            answer={answer}
            isChosen={answer === chosen}
            onPoint={() => point(answer.key)}
            onInsert={insert}
          />
        ))}
      </div>
      <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-3 py-1.5">
        <Button onClick={insert} title={t`Insert (Enter in the list)`}>{t`Insert…`}</Button>
        <Button onClick={makeResponse}>{t`Make a response of it`}</Button>
        {conversation?.url !== undefined && (
          <ExternalLink
            href={conversation.url}
            label={t`Open the conversation`}
            className="ml-auto rounded-sm p-1 text-ink-faint hover:bg-hover hover:text-accent"
          >
            <ExternalLinkIcon size={13} aria-hidden />
          </ExternalLink>
        )}
        {files > 0 && (
          <p className="w-full text-11 text-ink-faint">
            {plural(files, {
              one: '# file was sent with it; it is not inserted.',
              other: '# files were sent with it; they are not inserted.',
            })}
          </p>
        )}
      </div>
    </>
  );
}

/** An old answer as a text to insert; for customers, so that inserting it into a note needs confirmation. */
function replyOf({ key, body, asWritten, at }: PastAnswer): Reply {
  const date = formatDate(at);
  return {
    ...{ source: PAST_SOURCE, id: key.slice(-500), title: t`Answer of ${date}`, shortcut: '' },
    ...{ body, asWritten, tags: [], variants: [], platforms: [], audience: 'customer' },
  };
}

/** The first name of the person on screen, as the initial value in place of the other customer's. */
function firstNameFor(answer: PastAnswer, textOf: TextOf): ReadonlyMap<string, string> {
  const name = textOf(replyOf(answer)).values.get('contact.first_name');
  return new Map(answer.hasFirstName && name !== undefined ? [['ask.first_name', name]] : []);
}

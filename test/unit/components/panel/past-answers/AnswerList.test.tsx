// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { AnswerList } from '../../../../../components/panel/past-answers/AnswerList';
import { useAnswersView } from '../../../../../components/panel/past-answers/answers-view';
import type { PastAnswer } from '../../../../../components/panel/past-answers/find-past-answers';
import type { ReplyFlow } from '../../../../../components/panel/replies/use-reply-flow';
import { ref } from '../../../refs';
import { panelSnapshot, screenRow } from '../snapshots';

afterEach(() => {
  cleanup();
  useAnswersView.setState({ isOpen: true, chosen: undefined });
});

const answers = ['closest', 'other'].map(
  (key): PastAnswer => ({
    ...{ key, question: 'Are they waterproof?', body: `The ${key} answer.`, asWritten: true },
    ...{ hasFirstName: false, connectionId: 'cw', conversation: undefined, at: 0, files: 0 },
  }),
);

/** The answers beside a conversation, and what is inserted. */
function show(subject: string) {
  const fill = vi.fn();
  const nothing = () => undefined;
  const flow: ReplyFlow = {
    ...{ step: { kind: 'find' }, doubt: undefined, fill },
    ...{ choose: nothing, edit: nothing, finish: nothing },
    ...{ agree: nothing, disagree: nothing, back: nothing, isBusy: false },
  };
  const snapshot = panelSnapshot({ screen: screenRow({ subject }) });
  const textOf = () => ({ body: '', asWritten: true, keepsLogic: false, values: new Map() });
  render(
    <PanelProvider windowId={1} anchor={ref('cw/1')} snapshot={snapshot}>
      <AnswerList id="a" answers={answers} flow={flow} textOf={textOf} />
    </PanelProvider>,
  );
  return fill;
}

function press(key: string) {
  fireEvent.keyDown(screen.getByRole('listbox'), { key });
}

test('an answer chosen for one customer is not chosen for the next, but is again for that one', () => {
  show('ana');
  press('End');
  cleanup();
  const forBob = show('bob');
  press('Enter');
  expect(forBob.mock.lastCall?.[0]).toMatchObject({ body: 'The closest answer.' });
  cleanup();
  const forAna = show('ana');
  press('Enter');
  expect(forAna.mock.lastCall?.[0]).toMatchObject({ body: 'The other answer.' });
});

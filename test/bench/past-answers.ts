import { runInBrowser } from './in-browser';
import type { PastAnswerFigures } from './past-answers-in-browser';
import { type Figure, goal, peer } from './report';

const TURN_MS = 50;
const ANSWERS_MS = 500;
/** Of a hundred questions. */
const FIRST = 70;
const THREE = 90;

/**
 * How often the answer to a question that was asked in other words comes first, and among the first three, in
 * a real browser's IndexedDB: 200 questions in five languages, about conversations among many others. The
 * author of the questions also wrote the product's list of synonyms, so the rates are flattering.
 */
export async function benchPastAnswers(): Promise<Figure[]> {
  const { questions, ours, overlap, ...speed } = await runInBrowser<PastAnswerFigures>(
    'past-answers-in-browser.ts',
    'measurePastAnswers()',
  );
  const percent = (amount: number) => (100 * amount) / questions;
  const rates = [
    {
      ...goal(
        `of ${questions} questions: the right answer first (questions and list of meanings by the same hand)`,
        percent(ours.first),
        '%',
        FIRST,
      ),
    },
    peer(percent(ours.first), '%', 'plain word overlap', percent(overlap.first)),
    { ...goal('the right answer among three', percent(ours.three), '%', THREE) },
    peer(percent(ours.three), '%', 'plain word overlap', percent(overlap.three)),
  ];
  const held = `${speed.messages} messages`;
  return [
    ...rates.map((figure) => ({ ...figure, isMoreBetter: true })),
    goal(`answers to a question among ${held}`, speed.usual, 'ms', ANSWERS_MS),
    goal(`the slowest of them`, speed.longest, 'ms', 2 * ANSWERS_MS),
    goal('longest turn while they are looked for', speed.longestTurn, 'ms', TURN_MS),
  ];
}

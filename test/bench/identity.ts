import { scoreLabelledPeople } from '../unit/identity/labelled/score';
import { type Figure, goal } from './report';

/** How well people are told apart and joined, on the labelled records of the unit tests. */
export function benchIdentity(): Figure[] {
  const score = scoreLabelledPeople();
  const joined = score.allowed - score.missed.length;
  return [
    goal(
      `wrong joins among ${score.records} records of ${score.humans} people`,
      score.wrong.length,
      'pairs',
      0,
    ),
    goal(
      `joins missed of ${score.allowed} that the evidence allows`,
      Math.round(1_000 * (1 - joined / score.allowed)) / 10,
      '%',
      5,
    ),
  ];
}

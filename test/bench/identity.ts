import { scoreLabelledPeople } from '../unit/identity/labelled/score';
import type { Figure } from './report';

/** How well people are told apart and joined, on the labelled records of the unit tests. */
export function benchIdentity(): Figure[] {
  const score = scoreLabelledPeople();
  const joined = score.allowed - score.missed.length;
  return [
    {
      what: `wrong joins among ${score.records} records of ${score.humans} people`,
      value: score.wrong.length,
      unit: 'pairs',
      against: 'the goal',
      limit: 0,
    },
    {
      what: `joins missed of ${score.allowed} that the evidence allows`,
      value: Math.round(1_000 * (1 - joined / score.allowed)) / 10,
      unit: '%',
      against: 'the goal',
      limit: 5,
    },
  ];
}

import { inTurns } from '../../lib/async/in-turns';
import { resolveInSteps } from '../../lib/identity/resolve-person';
import { scoreLabelledPeople } from '../unit/identity/labelled/score';
import { chain } from '../unit/identity/people';
import { type Figure, goal, median } from './report';

/**
 * How well people are distinguished and joined, on the labelled records of the unit tests, and how long it
 * takes to find out who belongs to a long chain of contacts.
 */
export async function benchIdentity(): Promise<Figure[]> {
  return [...benchLabelled(), ...(await benchChain())];
}

function benchLabelled(): Figure[] {
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

const few = 1_000;
const times = 4;

/** All of a chain found from its first contact, as the worker does it: in turns. */
async function benchChain(): Promise<Figure[]> {
  const short = await timesOf(few);
  const long = await timesOf(few * times);
  return [
    goal(`one person of ${few} contacts in a chain`, short.whole, 'ms', 500),
    goal(
      'four times as many contacts take so many times as long',
      long.whole / short.whole,
      '×',
      6,
    ),
    goal(`longest stretch of ${few * times} contacts in a chain`, long.stretch, 'ms', 50),
  ];
}

const runs = 7;

/** Medians in ms of the whole, and of the longest time that other work waited for the thread meanwhile. */
async function timesOf(count: number): Promise<{ whole: number; stretch: number }> {
  const wholes: number[] = [];
  const stretches: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // What was found out about a contact is remembered: each run has new ones.
    const [anchor, ...candidates] = chain(count);
    if (anchor === undefined) throw new TypeError('nobody');
    const began = performance.now();
    const longestWait = watchThread();
    const person = await inTurns(resolveInSteps(anchor, candidates, [], { ownDomains: [] }));
    stretches.push(longestWait());
    wholes.push(performance.now() - began);
    const found = person.members.length;
    if (found !== count) throw new Error(`${found} of ${count} contacts are one person`);
  }
  return { whole: median(wholes), stretch: median(stretches) };
}

/**
 * Takes a turn on the thread whenever it gets one; the returned function stops that and gives the longest
 * wait (ms).
 */
function watchThread(): () => number {
  let longest = 0;
  let last = performance.now();
  const waited = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  let next = setImmediate(turn);
  function turn() {
    waited();
    next = setImmediate(turn);
  }
  return () => {
    clearImmediate(next);
    waited();
    return longest;
  };
}

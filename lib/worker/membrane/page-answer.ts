/** Why the address that Membrane's page returned to has no code. */
export type PageAnswerProblem =
  | 'foreign-answer'
  | 'refused-by-person'
  | 'service-trouble'
  | 'refused'
  | 'no-code';

type PageAnswer = { kind: 'code'; code: string } | { kind: 'problem'; problem: PageAnswerProblem };

/**
 * The code in the address to which Membrane's page came back, if that is the answer to the sign-in with
 * this `state`. Pure.
 */
export function readPageAnswer(back: string, redirect: string, state: string): PageAnswer {
  if (!URL.canParse(back)) return problem('foreign-answer');
  const url = new URL(back);
  const due = new URL(redirect);
  const isHere = url.origin === due.origin && url.pathname === due.pathname;
  if (!isHere || only(url, 'state') !== state) return problem('foreign-answer');
  const error = url.searchParams.get('error');
  if (error === 'access_denied') return problem('refused-by-person');
  if (error === 'server_error' || error === 'temporarily_unavailable') {
    return problem('service-trouble');
  }
  if (error !== null) return problem('refused');
  const code = only(url, 'code');
  return code === undefined || code === '' ? problem('no-code') : { kind: 'code', code };
}

function problem(which: PageAnswerProblem): PageAnswer {
  return { kind: 'problem', problem: which };
}

/** A value that occurs exactly once: where there are two, it is unknown which is meant. */
function only(url: URL, name: string): string | undefined {
  const [first, ...more] = url.searchParams.getAll(name);
  return more.length === 0 ? first : undefined;
}

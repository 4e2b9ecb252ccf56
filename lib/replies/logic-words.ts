import { t } from '@lingui/core/macro';
import type { PlatformDescriptor } from '../model/descriptor';
import { joinSentences } from '../text/join-sentences';
import { joinRemarks } from '../text/join-words';
import type { TemplateLogic } from './parse-template';

/** What to say about a response whose text only a template engine can finish. */
export interface LogicWords {
  /** What it is, in a sentence or two. */
  what: string;
  /**
   * To be agreed to before it goes in as it is written; absent where it cannot be inserted at all.
   */
  question?: string | undefined;
}

/**
 * Says of a response with logic whether `here` works it out, and which platform does; `undefined` for
 * one without logic.
 */
export function logicWords(
  logic: readonly TemplateLogic[] | undefined,
  here: PlatformDescriptor | undefined,
  platforms: Iterable<PlatformDescriptor>,
): LogicWords | undefined {
  const [first] = logic ?? [];
  if (first === undefined || logic === undefined) return undefined;
  const solver = [...platforms].find(worksOut)?.label;
  if (solver === undefined || logic.some(({ why }) => why === 'foreign')) {
    const sources = logic.filter(({ why }) => solver === undefined || why === 'foreign');
    const names = namesOf(sources);
    const what = t`This uses logic that cannot be evaluated here: ${names}. Edit the text before you insert it.`;
    return { what };
  }
  const names = namesOf(logic);
  const what = t`This uses logic that only ${solver} evaluates: ${names}.`;
  if (!worksOut(here)) {
    return { what: joinSentences(what, t`Elsewhere, edit it before you insert it.`) };
  }
  const question = t`It is inserted as written, and ${solver} evaluates it when you send it. You won’t see the result before.`;
  return {
    what: joinSentences(what, t`It is inserted as written.`),
    question: joinSentences(what, question),
  };
}

function worksOut(platform: PlatformDescriptor | undefined): boolean {
  return platform?.capabilities.worksOutLiquid === true;
}

/** The first sources; more would fill the panel. */
function namesOf(logic: readonly TemplateLogic[]): string {
  const sources = [...new Set(logic.map(({ source }) => source.replace(/\s+/g, ' ').slice(0, 60)))];
  const shown = joinRemarks(...sources.slice(0, 2));
  return sources.length > 2 ? t`${shown} and more` : shown;
}

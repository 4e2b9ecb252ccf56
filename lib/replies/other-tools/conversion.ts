import { t } from '@lingui/core/macro';
/** The result of turning a text of another tool into ours: each difference in a sentence. */
export class Conversion {
  readonly #told = new Set<string>();
  #refusal: string | undefined;

  /** Something of the text becomes something else, or is not kept. */
  tell(words: string): void {
    this.#told.add(words);
  }

  /** The text cannot be taken at all; the first reason counts. */
  refuse(words: string): void {
    this.#refusal ??= words;
  }

  /** Asks before insertion for what the other tool knew by itself. */
  ask(what: string, options: QuestionOptions = {}): string {
    this.tell(t`Asks for “${what}”, which only the other tool knows.`);
    return questionVariable(what, options);
  }

  /** The cursor is at the end after an insertion. */
  dropCursor(): string {
    this.tell(t`The cursor position is not kept.`);
    return '';
  }

  /** The date or time of now, in the nearest of our forms. */
  date(format: string, kind: DateTokens): string {
    const variable = dateVariable(format, kind);
    const isSame = variable === '{{date:iso}}' || variable === '{{time}}';
    if (!isSame) this.tell(t`The date “${format}” is written in the format of ${variable}.`);
    return variable;
  }

  get told(): string[] {
    return [...this.#told];
  }

  get refusal(): string | undefined {
    return this.#refusal;
  }
}

interface QuestionOptions {
  /** What to choose from. */
  choices?: readonly string[] | undefined;
  /** The answer offered at first. */
  initial?: string | undefined;
  /** Liquid's names of what is done to the answer. */
  filters?: readonly string[] | undefined;
}

/** A question of ours, as in `{{ask.size:S/M/L=M}}`. Whatever this form cannot express is left out. */
export function questionVariable(label: string, options: QuestionOptions = {}): string {
  const name = label
    .trim()
    .replace(/[\s.{}|:=/\\[\]"'“”?!,;]+/g, '_')
    .replace(/^_+|(?<!_)_+$/g, '')
    .toLowerCase()
    .slice(0, 60);
  const choices = [...new Set((options.choices ?? []).map((choice) => choice.trim()))].filter(
    (choice) => choice !== '',
  );
  const offered = choices.every((choice) => !/[/|={}\n]/.test(choice)) ? choices : [];
  const initial = options.initial?.trim() ?? '';
  const start = initial === '' || /[|={}\n]/.test(initial) ? '' : `=${initial}`;
  const filters = (options.filters ?? []).map((filter) => ` | ${filter}`).join('');
  const list = offered.length === 0 ? '' : `:${offered.join('/')}`;
  return `{{ask.${name === '' ? 'text' : name}${list}${start}${filters}}}`;
}

/** How a tool writes the parts of a date: as `%d`, or as letters such as `dd`. */
type DateTokens = 'strftime' | 'letters';

const tokens: Readonly<Record<DateTokens, { date: RegExp; time: RegExp; long: RegExp }>> = {
  strftime: {
    date: /%[-_0#^]?[aAbBcdDeFhjmuUVwWxyYgG]/,
    time: /%[-_0#^]?[cHIklMSpPrRTX]/,
    long: /%[-_0#^]?[aAB]/,
  },
  letters: { date: /[yYMDdEeL]/, time: /[hHkmsSaAz]/, long: /[dD]{4}|EEEE|M{4}/ },
};

function dateVariable(format: string, kind: DateTokens): string {
  // Words between quotes or brackets are written out.
  const bare = kind === 'strftime' ? format : format.replace(/'[^']*'|\[[^[\]]*\]/g, '');
  const { date, time, long } = tokens[kind];
  const hasTime = time.test(bare);
  const isIso = /^(?:%F|%Y-%m-%d|[yY]{4}-MM-[dD]{2})$/.test(bare.trim());
  if (isIso) return '{{date:iso}}';
  if (!date.test(bare)) return hasTime ? '{{time}}' : '{{date}}';
  const isNumeric = kind === 'strftime' ? !/%[-_0#^]?[abhB]/.test(bare) : !/M{3}|L{3}/.test(bare);
  const short = isNumeric ? '{{date:short}}' : '{{date}}';
  const form = long.test(bare) ? '{{date:long}}' : short;
  return hasTime ? `${form} {{time}}` : form;
}

/** How deep texts that refer to one another are followed; a circle ends here. */
export const DEEPEST_REFERENCE = 5;

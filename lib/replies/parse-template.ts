/** What stands between `{{` and `}}`, read. */
export interface VariableExpression {
  /** In the standard's names: lower case, but for the key of a custom attribute. `ask.…` is a question. */
  name: string;
  /** One of the fixed formats, as in `{{date:long}}`. */
  format?: string | undefined;
  /** Answers to choose from, as in `{{ask.size:S/M/L}}`. */
  choices: string[];
  /** The answer to begin with, as in `{{ask.size:S/M/L=M}}`. */
  initial?: string | undefined;
  /** What to write where there is no value, as in `{{contact.first_name | there}}`. */
  fallback?: string | undefined;
}

/** A body, cut at its variables. */
export type TemplatePart =
  | { kind: 'text'; text: string }
  | ({ kind: 'variable' } & VariableExpression);

const variable = /\{\{([^{}\n]*)\}\}/g;

/** Other names in use for the same value (Chatwoot's web client and its server differ). */
const aliases: Readonly<Record<string, string>> = {
  'contact.phone': 'contact.phone_number',
  'agent.available_name': 'agent.name',
  'conversation.display_id': 'conversation.id',
  'conversation.contact_name': 'contact.name',
};

/**
 * Cuts a body at its variables. The form is `{{name}}`, then any of `:format` (for a question
 * `:one/two/three`), `=answer to begin with` and `| fallback`. There is no other logic: what is
 * written differently becomes a variable of that name, which nothing has a value for. Joining the
 * parts back loses only the variables.
 */
export function parseTemplate(body: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let done = 0;
  for (const match of body.matchAll(variable)) {
    const inner = match[1]?.trim() ?? '';
    if (inner === '') continue;
    if (match.index > done) parts.push({ kind: 'text', text: body.slice(done, match.index) });
    parts.push({ kind: 'variable', ...readExpression(inner) });
    done = match.index + match[0].length;
  }
  if (done < body.length) parts.push({ kind: 'text', text: body.slice(done) });
  return parts;
}

const attribute = /^(contact|conversation)\.custom_attribute\.(?=.)/i;

/** The standard's name for a variable: in lower case, but for the key of a custom attribute. */
export function standardVariableName(name: string): string {
  const lower = name.trim().toLowerCase();
  const owner = attribute.exec(name.trim())?.[0];
  if (owner !== undefined) return `${owner.toLowerCase()}${name.trim().slice(owner.length)}`;
  return Object.hasOwn(aliases, lower) ? (aliases[lower] ?? lower) : lower;
}

function readExpression(inner: string): VariableExpression {
  const [, head = '', tail] = /^([^|]*)(?:\|{1,2}(.*))?$/.exec(inner) ?? [];
  const [, front = '', initial] = /^([^=]*)(?:=(.*))?$/.exec(head) ?? [];
  const [, name = '', options] = /^([^:]*)(?::(.*))?$/.exec(front) ?? [];
  const isQuestion = name.trim().toLowerCase().startsWith('ask.');
  return {
    name: standardVariableName(name),
    format: isQuestion ? undefined : options?.trim().toLowerCase(),
    choices: isQuestion ? choicesOf(options) : [],
    initial: initial?.trim(),
    fallback: tail === undefined ? undefined : readFallback(tail),
  };
}

function choicesOf(options: string | undefined): string[] {
  const choices = (options ?? '').split('/').map((choice) => choice.trim());
  return [...new Set(choices)].filter((choice) => choice !== '');
}

/** Also as Liquid writes it: `| default: "there"`, `|| 'there'`. */
function readFallback(tail: string): string {
  const words = tail.trim().replace(/^default:\s*/, '');
  return /^(["'])(.*)\1$/.exec(words)?.[2] ?? words;
}

import { I18n, type MessageDescriptor, type MessageOptions } from '@lingui/core';

type Values = Record<string, unknown>;

/** What Lingui would decode in a finished sentence, wherever it came from. */
const escapeSequence = /\\(?=u[a-fA-F0-9]{4}|x[a-fA-F0-9]{2})/g;

/** Lingui's class, but what is put into a sentence comes out of it exactly as it was written. */
class ExactI18n extends I18n {
  override _(descriptor: MessageDescriptor): string;
  override _(id: string, values?: Values, options?: MessageOptions): string;
  override _(sentence: MessageDescriptor | string, values?: Values, options?: MessageOptions) {
    if (typeof sentence === 'string') return super._(sentence, exactValues(values), options);
    return super._({ ...sentence, values: exactValues(sentence.values) });
  }
}

function exactValues(values: Values = {}): Values {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(escapeSequence, '\\u005c') : value,
  ]);
  return Object.fromEntries(entries);
}

/**
 * The sentences of the language in use. The macros `t`, `plural` and `msg` ask it for them. Throws before
 * there is one: nobody is to read the id of a sentence.
 */
export const i18n = new ExactI18n({});

import { composeReply } from './compose';
import { plainText } from './plain-text';
import { fill, type Question, questionsOf, type Values } from './variables';

/**
 * A response as Markdown to edit by hand: values are in, and written so that reading it again does
 * not take them for formatting. What has no value yet stays a variable.
 */
export function editableText(body: string, values: Values): string {
  const { parts } = fill(body, values);
  const write = (ofValue: (text: string) => string) =>
    parts
      .map((part) => {
        if (part.kind === 'missing') return `{{${part.name}}}`;
        return part.kind === 'value' ? ofValue(part.text) : part.text;
      })
      .join('');
  const simple = write((text) => text);
  const meant = plainText(composeReply(body, values).text);
  const isSame = plainText(composeReply(simple, new Map()).text) === meant;
  return isSame ? simple : write(escaped);
}

/** What to ask a person before this body can be inserted: its questions, then what has no value. */
export function openQuestions(body: string, values: Values): Question[] {
  const asked = new Map(questionsOf(body).map((question) => [question.name, question]));
  for (const question of composeReply(body, values).missing) {
    if (!asked.has(question.name)) asked.set(question.name, question);
  }
  return [...asked.values()];
}

function escaped(text: string): string {
  return text.replace(/[\\`*_~[\]<>#|]/g, '\\$&');
}

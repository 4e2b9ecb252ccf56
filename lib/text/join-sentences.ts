/** Full-width punctuation brings its own space along. */
const fullWidthEnd = /[\u3000-\u303f\uff00-\uffef][”’]?$/;
const ideograph = /^\p{Script=Han}/u;

/**
 * Whole sentences one after another: with a space between them, or without one where the language has
 * none (Chinese). What is `undefined` or empty is left out.
 */
export function joinSentences(...sentences: readonly (string | undefined)[]): string {
  return sentences.reduce<string>((before, sentence = '') => {
    if (before === '' || sentence === '') return before + sentence;
    const isClose = fullWidthEnd.test(before) || (before.endsWith('…') && ideograph.test(sentence));
    return `${before}${isClose ? '' : ' '}${sentence}`;
  }, '');
}

/** A compiled sentence as it is in the package: text, and arrays for placeholders and plural forms. */
type Part = string | readonly (string | number | Forms)[];
type Forms = Readonly<Record<string, string | number | readonly Part[]>>;
export type Sentence = string | readonly Part[];

/** How much longer than English the words of another language may be. */
const LONGER = 0.4;

/** Tags stay as they are; whatever else has letters is a word. */
const tagOrWord = /(<\/?\d+\/?>)|\p{L}+/gu;
const accents = new Map(
  Array.from('aeiouycnszlAEIOUYCNSZL', (letter, index) => [
    letter,
    Array.from('äéïöüÿçñšžłÄÉÏÖÜŸÇÑŠŽŁ')[index] ?? letter,
  ]),
);

/**
 * A sentence in a language that nobody speaks: each word accented and 40 % longer (rounded up), so that a
 * page shows which of its words do not fit. Values, the forms of a plural and tags are kept.
 */
export function pseudoSentence(sentence: Sentence): Sentence {
  return typeof sentence === 'string' ? pseudoText(sentence) : sentence.map(pseudoPart);
}

function pseudoPart(part: Part): Part {
  if (typeof part === 'string') return pseudoText(part);
  // [value] or [value, "plural", forms]
  return part.map((each) => (typeof each === 'object' ? pseudoForms(each) : each));
}

function pseudoForms(forms: Forms): Forms {
  const entries = Object.entries(forms).map(([form, sentence]) => [
    form,
    typeof sentence === 'number' ? sentence : pseudoSentence(sentence),
  ]);
  return Object.fromEntries(entries);
}

function pseudoText(text: string): string {
  return text.replace(tagOrWord, (whole, tag: string | undefined) =>
    tag === undefined ? pseudoWord([...whole]) : whole,
  );
}

/** The doubled letters are spread evenly over the word. */
function pseudoWord(letters: readonly string[]): string {
  const more = Math.ceil(letters.length * LONGER);
  const addedUpTo = (count: number) => Math.floor((count * more) / letters.length);
  return letters
    .map((letter, index) => {
      const accented = accents.get(letter) ?? letter;
      const isTwice = addedUpTo(index + 1) > addedUpTo(index);
      return isTwice ? accented + accented.toLowerCase() : accented;
    })
    .join('');
}

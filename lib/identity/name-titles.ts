import { fold } from '../text/fold';

/** Forms of address, ranks and degrees that nobody is called by alone; folded, without full stops. */
const titles = new Set(
  `mr mrs ms miss mx sir madam dr dra dr-ing prof professor phd dipl-ing herr herrn frau mme mlle madame mademoiselle
  monsieur sr sra srta senor senora senorita signor signora signorina dott meneer mevrouw`.split(
    /\s+/,
  ),
);

/** What a degree is in, or how it was given, behind its title: "Dr. med.", "Dr. rer. nat.", "Dr. h. c.". */
const subject = /^(?:med|dent|vet|rer|nat|pol|oec|jur|iur|phil|theol|habil)\.$/i;
/** With a capital these are names and initials. */
const smallSubject = /^(?:med|dent|vet|rer|h\.|c\.|h\.c\.)$/;

/** Titles in one language and names in another: "Don Miguel" and "Don Draper", "Pan Nowak" and "Pan Wei". */
const titlesOrNames = new Set(['don', 'dona', 'sig', 'pan', 'pani']);

/** All of them, for finding them in a text: those that are names, too, last. */
export const titleWords: readonly string[] = [...titles, ...titlesOrNames];

/** Whether a word, in whatever case, is a title and no name: "Señora", "Prof.", "Ph.D.". */
export function isTitle(word: string): boolean {
  return titles.has(bare(word));
}

/** The words of a name without the titles before it, and what belongs to these. */
export function withoutTitles(words: readonly string[]): string[] {
  const start = words.findIndex(
    (word, index) => !isTitle(word) && (index === 0 || !isOfDegree(word)),
  );
  return start === -1 ? [] : words.slice(start);
}

function isOfDegree(word: string): boolean {
  return subject.test(word) || smallSubject.test(word);
}

/** The same, also for one that some people have as a name. */
export function mayBeTitle(word: string): boolean {
  return isTitle(word) || titlesOrNames.has(bare(word));
}

function bare(word: string): string {
  return fold(word).replaceAll('.', '');
}

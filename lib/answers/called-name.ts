import { isCourtesyWord, isStopWord } from './stop-words';

/** Whether there is a capital letter at a place in a folded text. */
export type IsUpper = (at: number) => boolean;

/**
 * Which letters of what a pattern finds must be capitals: some, the first, all, or none. `rare`: none, but it is
 * no word that any text may contain.
 */
export type Capitals = 'some' | 'first' | 'all' | 'none' | 'rare';

/** A letter of a script with capitals; words of other scripts may follow it without a blank. */
export const letter = '[\\p{sc=Latin}\\p{sc=Cyrillic}\\p{sc=Greek}\\p{M}]';
/** A word as names consist of, with what joins two. */
export const nameWord = `${letter}+(?:['-]${letter}+)*`;

const nextWord = new RegExp(`(${nameWord})(\\. ?| ?[&+/] ?| ?)`, 'uy');
/** Small words before the last part of a name, of which any text may have some. */
export const nameParticles =
  'van von vom zu zur de del della di da dos du la le den der ten ter bin al el'.split(' ');
/** They, and words that join two names. */
const particles = new Set([...nameParticles, ...'y e und and et en og och'.split(' ')]);
const MOST_WORDS = 5;

/** Words for those whom a greeting means if not one person, and words of greetings. */
const nobody = new Set(
  `there all everyone everybody team folks guys friend friends again world customer customers sir madam dear valued
  you your u him her them zusammen damen herren herr frau dr prof kunde kunden kundin ihnen dir euch sie ihr leute
  tous toutes vous toi client cliente clients clientes a todos todas usted ustedes ti tu equipo ihrer ihres ihrem ihren deine deiner deinen eurer ton ta tes sus tus d'avance kindly mate heaps loads tons million
  bunch so very much many vielmals nochmals sehr herzlich infiniment igual mucho muchisimas`.split(
    /\s+/,
  ),
);
/** Names that are other words too. */
export const alsoNames: ReadonlySet<string> = new Set(
  'ella will mia al son era ali may ya mark hope grace bill pat chase gross klein rosa'.split(' '),
);

/** Whether it may be a name; a word that any sentence may have is one only where it is written like one. */
function isCallable(word: string, isWrittenSo: boolean, after: string): boolean {
  const isInitial = word.length === 1 && after.startsWith('.');
  if (isInitial || alsoNames.has(word)) return true;
  if (word === '' || nobody.has(word) || isCourtesyWord(word)) return false;
  return isWrittenSo || !isStopWord(word);
}

/**
 * Where the name ends that begins at `start` of a folded text; `start` where none does. A name has capitals; with
 * `mayBeLower` its first word may have none.
 */
export function endOfName(
  folded: string,
  start: number,
  isUpper: IsUpper,
  mayBeLower = false,
): number {
  let end = start;
  nextWord.lastIndex = start;
  for (let count = 0; count < MOST_WORDS; count += 1) {
    const at = nextWord.lastIndex;
    const [, written = '', after = ''] = nextWord.exec(folded) ?? [];
    const word = written.replace(/'s$/, '');
    const isEnd = endsAfter(folded, at + written.length);
    if (isUpper(at) || (mayBeLower && countsInLower(count, isUpper(start), isEnd))) {
      if (!isCallable(word, isUpper(at) && isEnd, after)) break;
      end = at + word.length;
    } else if (count === 0 || !particles.has(word)) break;
    if (isLast(written, after)) break;
  }
  return end;
}

/** "hi anna miller, …": after one without a capital, the second word is a name only where its clause ends. */
function countsInLower(count: number, isFirstUpper: boolean, isEnd: boolean): boolean {
  return count === 0 || (count === 1 && !isFirstUpper && isEnd);
}

/** "J. Miller" is one name; after another word a full stop ends it. */
function isLast(word: string, after: string): boolean {
  return after === '' || word.endsWith("'s") || (after.startsWith('.') && word.length > 1);
}

/** Whether a clause ends at this place. */
export function endsAfter(folded: string, at: number): boolean {
  return /^(?: ?(?:[,!?:;.\n)\u2026\u3002\u3001~]|-(?![\p{L}\p{N}])|$)| -)/u.test(
    folded.slice(at, at + 3),
  );
}

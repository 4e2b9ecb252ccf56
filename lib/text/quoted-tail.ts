import type { QuotedPart } from '../model/history';

/** Where an e-mail's text changes from its own words to what it quotes or forwards. */
export interface QuotedTail {
  /** Where it begins in the text. */
  at: number;
  kind: Exclude<QuotedPart['kind'], 'rest'>;
  /** It begins with the head of a mail, as some programs write it above answers and forwards alike. */
  isHead?: true;
}

/** Beginnings of the words for an original and for a forwarded message, in many languages. */
const originals =
  'origin|ursprüngl|ursprung|oorspronk|oprindelig|opprinnelig|alkuper|oryginal|původn|pôvodn|eredeti|исходн|оригін|orijinal|原|元の|원본';
const forwards =
  'forward|weitergel|transf[eé]r|réexp|reenvia|encaminha|inoltrat|doorgest|vidarebef|videres|välit|przek|p[rř]eposl|továbbít|redirec|пересыла|пересла|переадрес|ilet|转发|轉寄|転送|전달';

/** As words between signs (`-----Original Message-----`), or as Apple's Mail writes it. */
const wall = '[-_—–=*]{2,}';
const words = (stems: string) =>
  `(?:[\\p{L}\\d’'.@ ]{0,30}[^\\p{L}])?(?:${stems})[\\p{L}\\d’'.@()/ -]{0,40}?`;
const original = new RegExp(`^\\s*${wall}\\s*${words(originals)}\\s*:?\\s*${wall}\\s*$`, 'iu');
const beginning =
  '(?:begin|anfang|début|inici?o|início|inizio|start|począ|začát|začiat|начало|початок|下面|以下)[\\p{L} -]{0,20}';
const forward = new RegExp(
  `^\\s*(?:${wall}\\s*${words(forwards)}\\s*:?\\s*${wall}|(?:${beginning}${words(forwards)}|(?:vidarebef|videres|välitet|továbbított|[iİ]letilen|転送され|전달된)[\\p{L} -]{0,30})\\s*[:：])\\s*$`,
  'iu',
);
const from =
  /^\s*\*?(?:from|von|absender|de|expéditeur|remitente|da|mittente|van|afzender|från|fra|lähettäjä|od|feladó|de la|от|від|από|kimden|gönderen|dari|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|من|מאת)\s?:?\*?\s?[:：]\*?\s*\S/iu;
const subject =
  /^\s*\*?(?:subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|otsikko|temat|předmět|predmet|tárgy|subiect|тема|θέμα|konu|主题|主旨|件名|제목|الموضوع|נושא)\s?[:：]/iu;
const anyHeader = /^\s*\*?\p{L}[\p{L} .'-]{0,24}\*?\s?[:：]\*?\s*\S/u;
const attribution =
  /^\s*(?:on\s.+\swrote|am\s.+\sschrieb(?:\s.+)?|le\s.+\sa\sécrit|el\s.+\sescribió|em\s.+\sescreveu|il\s.+\sha\sscritto|op\s.+\sschreef(?:\s.+)?|(?:den|på)\s.+\sskrev(?:\s.+)?|.+\skirjoitti|w\sdniu\s.+\s(?:pisze|napisał(?:\(a\)|a)?)(?:\s.+)?|dne\s.+\snapsal(?:\(a\)|a)?(?:\s.+)?|.+\sírta(?:\s.+)?|.+\s(?:пишет|написал(?:\(а\)|а)?|пише)(?:\s.+)?|.+\s(?:yazdı|şunu yazdı)|.+写道|.+のメール|.+님이 작성)\s?[:：]\s*$/iu;

/** Longer lines are not headers. */
const longestLine = 400;
const headerLines = 6;

/**
 * Finds what a plain e-mail quotes or forwards below its own words; `undefined` where there is no such
 * tail, or nothing of its own above it. What was written below or between quotes is never part of it.
 */
export function findQuotedTail(text: string): QuotedTail | undefined {
  const lines = text.split('\n');
  const quotesFrom = startOfQuotes(lines);
  let at = 0;
  let hasWords = false;
  for (const [index, line] of lines.entries()) {
    const tail = index === quotesFrom ? kindOfQuote(line) : kindOf(lines, index, quotesFrom);
    if (tail !== undefined) return hasWords ? { at, ...tail } : undefined;
    hasWords ||= /[\p{L}\p{N}\p{S}]/u.test(line);
    at += line.length + 1;
  }
  return undefined;
}

type Kind = Omit<QuotedTail, 'at'>;

const quoted: Kind = { kind: 'quoted' };

/** Apple's Mail forwards in a quote. */
function kindOfQuote(line: string): Kind {
  const words = line.slice(0, longestLine).replace(/^(?:> ?)+/, '');
  return forward.test(words) ? { kind: 'forwarded' } : quoted;
}

function kindOf(lines: readonly string[], index: number, quotesFrom: number): Kind | undefined {
  const line = lineAt(lines, index);
  if (line.trim() === '' || line.length > longestLine) return undefined;
  if (forward.test(line)) return { kind: 'forwarded' };
  if (isHeader(lines, index)) return { kind: 'quoted', isHead: true };
  if (original.test(line) || isWall(lines, index)) return quoted;
  return isAttribution(lines, index, quotesFrom) ? quoted : undefined;
}

function lineAt(lines: readonly string[], index: number): string {
  return lines[index] ?? '';
}

/** The block of a mail's head, as Outlook writes it above what it quotes. */
function isHeader(lines: readonly string[], index: number): boolean {
  const line = lineAt(lines, index);
  if (!from.test(line)) return false;
  const next = lines.slice(index + 1, index + 1 + headerLines).map((each) => each.slice(0, 100));
  if (next.some((each) => subject.test(each))) return true;
  return line.includes('@') && next.filter((each) => anyHeader.test(each)).length >= 2;
}

/** Some words between signs count only where the head of a mail follows. */
function isWall(lines: readonly string[], index: number): boolean {
  const isAboveHead = [1, 2].some((step) => isHeader(lines, index + step));
  const line = lineAt(lines, index).slice(0, 200);
  return isAboveHead && /^\s*[-_=]{3,}[^\n]{0,80}?[-_=]{3,}\s*$/.test(line);
}

/** “On … wrote:”, in one line or two. Between lines with `>` somebody may have written answers. */
function isAttribution(lines: readonly string[], index: number, quotesFrom: number): boolean {
  const both = `${lineAt(lines, index)} ${lineAt(lines, index + 1)}`;
  const height = [lineAt(lines, index), both].findIndex(
    (words) => words.length < longestLine && /\d|@/.test(words) && attribution.test(words),
  );
  if (height === -1) return false;
  let below = index + height + 1;
  while (below < lines.length && lineAt(lines, below).trim() === '') below += 1;
  return !lineAt(lines, below).startsWith('>') || (quotesFrom !== -1 && quotesFrom <= below);
}

/** First of the lines with `>` that run to the end of the text, its attribution included; -1 for none. */
function startOfQuotes(lines: readonly string[]): number {
  let first = -1;
  let index = lines.length - 1;
  for (; index >= 0; index -= 1) {
    const line = lineAt(lines, index);
    if (line.startsWith('>')) first = index;
    else if (line.trim() !== '') break;
  }
  if (first === -1 || !/[:：]\s*$/.test(lineAt(lines, index))) return first;
  // The author and the time may take three lines.
  for (let start = index; start > index - 3 && lineAt(lines, start).trim() !== ''; start -= 1) {
    const words = lines.slice(start, index + 1).join(' ');
    if (words.length < longestLine && attribution.test(words)) return start;
  }
  return /\d|@/.test(lineAt(lines, index)) ? index : first;
}

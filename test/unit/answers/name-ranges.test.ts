import { expect, test } from 'vitest';
import { nameForms } from '../../../lib/answers/name-forms';
import { nameRanges } from '../../../lib/answers/name-ranges';
import { foldWithOrigins } from '../../../lib/text/fold';

/** What is found in a text of these names. */
function found(text: string, names: readonly string[], maybe: readonly string[] = []): string[] {
  const folded = foldWithOrigins(text);
  const isUpper = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  return nameRanges(folded.text, nameForms(names, maybe), isUpper).map(({ start, end }) =>
    text.slice(folded.starts[start], folded.ends[end - 1]),
  );
}

test.each([
  ['Mueller and MULLER and Müllers', 'Müller', ['Mueller', 'MULLER', 'Müllers']],
  ['the OBrien order', "Siobhán O'Brien", ['OBrien']],
  ['Annalle kiitos', 'Anna', ['Annalle']],
  ['Анны, Анне', 'Анна', ['Анны', 'Анне']],
  ['to Ludwig van', 'Ludwig van Dyck', ['Ludwig']],
  ['إلى لأحمد', 'أحمد', ['لأحمد']],
  ['小明的', '王小明', ['小明']],
  ['王总的订单，小王，老王，王姐', '王小明', ['王总', '王姐', '小王', '老王']],
  ['明哥和阿明，欧总', '欧明', ['欧总', '明哥', '阿明']],
  ['上官总的', '上官明', ['上官总', '上官']],
  ['Annual plan', 'Ann', []],
  ['also for Al', 'Al Gore', ['Al']],
  ['de la part de M. Tour', 'Jean de la Tour', ['Tour']],
  ['Katarzyno, Annę', 'Katarzyna Anna', ['Katarzyno', 'Annę']],
  ['dla Pawła, Pawle, Pawłowi', 'Paweł Nowak', ['Pawła', 'Pawle', 'Pawłowi']],
  ['Марка, Павла, Павлу', 'Павел Иванов', ['Павла', 'Павлу']],
  ['Marka, z Markiem', 'Marek', ['Marka', 'Markiem']],
  ['Labas Jonai, Jonui, Jono', 'Jonas Kazlauskas', ['Jonai', 'Jonui', 'Jono']],
  ['Sveikas Andriau Petrauskai', 'Andrius Petrauskas', ['Andriau', 'Petrauskai']],
  ['Labas Ryti, Rytį, Ryčiui', 'Rytis', ['Ryti', 'Rytį']],
  ['Sveiki Jāni, Jānim, Jāņa', 'Jānis Bērziņš', ['Jāni', 'Jānim', 'Jāņa']],
  ['Sveiks Gunār Bērziņ', 'Gunārs Bērziņš', ['Gunār', 'Bērziņ']],
  ['Charlie and Tomorrow', 'Charles Tomas', []],
  ['Karla, Havlovi', 'Karel Havel', ['Karla', 'Havlovi']],
  [
    'Γεια σου Αλέξανδρε, κύριε Παπαδόπουλε, του Παπαδοπούλου',
    'Αλέξανδρος Παπαδόπουλος',
    ['Αλέξανδρε', 'Παπαδόπουλε', 'Παπαδοπούλου'],
  ],
  ['Ακόμα μία φορά, Άκη', 'Άκης', ['Άκη']],
  [
    'ნინოსთვის, ნინოს, ნინომ, ნინოსაც, ბერიძისთვის, ბერიძის, ბერიძემ, ბერიძეები',
    'ნინო ბერიძე',
    ['ნინოსთვის', 'ნინოს', 'ნინომ', 'ნინოსაც', 'ბერიძისთვის', 'ბერიძის', 'ბერიძემ', 'ბერიძეები'],
  ],
  [
    'გიორგის, გიორგისგან, გიორგიმ, მაისურაძეს, მაისურაძისთან',
    'გიორგი მაისურაძე',
    ['გიორგის', 'გიორგისგან', 'გიორგიმ', 'მაისურაძეს', 'მაისურაძისთან'],
  ],
  [
    'დავითმა, დავითისთვისაც, დავითს, დავითად',
    'დავით',
    ['დავითმა', 'დავითისთვისაც', 'დავითს', 'დავითად'],
  ],
  ['ანას და ანასთან, ანაზღაურება', 'ანა', ['ანას', 'ანასთან']],
  ['ᲜᲘᲜᲝᲡ', 'ნინო', ['ᲜᲘᲜᲝᲡ']],
  ['สวัสดีครับ', 'มานี ใจดี', []],
  ['คุณใจดี', 'มานี ใจดี', ['ใจดี', 'จดี', 'ใจ']],
  ['คุณดี', 'ดี', ['ดี']],
])('%s: %s', (text, name, ranges) => {
  expect(found(text, [name])).toEqual(ranges);
});

test('what only may be a name counts with a capital', () => {
  expect(found('max. 5 days, Max', [], ['max'])).toEqual(['Max']);
});

test('a word without a capital is no first name to begin with', () => {
  const { text } = foldWithOrigins('I will see, you may: Will');
  const isUpper = (at: number) => at === text.lastIndexOf('will');
  const kinds = nameRanges(text, nameForms(['Will May']), isUpper).map(({ kind }) => kind);
  expect(kinds).toEqual(['detail', 'name', 'first_name']);
});

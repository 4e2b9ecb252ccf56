import { expect, test } from 'vitest';
import { labelledNameRanges } from '../../../lib/answers/labelled-name-ranges';
import { foldWithOrigins } from '../../../lib/text/fold';

test.each([
  ['Name: Anna Miller\nFirst name: Eva', ['Anna Miller', 'Eva']],
  ['Recipient: Miller, Anna, Phone: none', ['Miller, Anna']],
  ['recipient: anna miller', ['anna miller']],
  ['the account holder is Anna Miller.', ['Anna Miller']],
  ['signed for by A. MILLER, signed by Bob.', ['A. MILLER', 'Bob']],
  ['c/o Anna Miller, Attn: Bob', ['Anna Miller', 'Bob']],
  ['on behalf of Anna and under the name of Bob Lee', ['Anna', 'Bob Lee']],
  ['Empfänger: Anna Müller, Kontoinhaberin Eva Groß', ['Anna Müller', 'Eva Groß']],
  ['z. Hd. Anna Müller, auf den Namen Eva Groß', ['Anna Müller', 'Eva Groß']],
  ['Destinataire : Anna Dupont, au nom d’Éva Petit', ['Anna Dupont', 'Éva Petit']],
  ['Nom : DUPONT\nPrénom : Anna', ['Anna', 'DUPONT']],
  ['Titular de la cuenta: Ana García, a nombre de Noa', ['Ana García', 'Noa']],
  ['Intestatario: Anna Rossi, a nome di Lia', ['Anna Rossi', 'Lia']],
  ['Titular da conta: Ana Souza, em nome de Rui', ['Ana Souza', 'Rui']],
  ['Rekeninghouder: Anna Jansen, op naam van Jan', ['Anna Jansen', 'Jan']],
  ['Получатель: Анна Иванова, на имя Ивана', ['Анна Иванова', 'Ивана']],
  ['收件人：Anna Miller', ['Anna Miller']],
  ['Name: Enter your name. Name: required', []],
  ['Recipient Address, Recipient: Customer Service', []],
  ['Signed by Monday. This name is taken, and the recipient signs', []],
  ['On behalf of the team, im Namen des Teams, au nom de l’équipe', []],
])('%s', (text, names) => {
  const folded = foldWithOrigins(text);
  const isUpper = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  const lined = folded.text.replace(/ /g, (blank, at: number) =>
    text[folded.starts[at] ?? 0] === '\n' ? '\n' : blank,
  );
  const found = labelledNameRanges(lined, isUpper).map(({ start, end }) =>
    text.slice(folded.starts[start], folded.ends[end - 1]),
  );
  expect([...new Set(found)].sort()).toEqual([...names].sort());
});

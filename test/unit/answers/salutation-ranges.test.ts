import { expect, test } from 'vitest';
import { salutationRanges } from '../../../lib/answers/salutation-ranges';
import { foldWithOrigins } from '../../../lib/text/fold';

test.each([
  ['Hi Bob, yes', ['Bob']],
  ['Hallo Frau Weiß, ja', ['Weiß']],
  ['Sehr geehrter Herr Dr. Koch,', ['Koch']],
  ['Hi Miss Souza, hello Señorita Ruiz! Professor Koch has it.', ['Koch', 'Ruiz', 'Souza']],
  ['Bonjour Amélie Laurent,', ['Amélie Laurent']],
  ['Hi there, hello all!', []],
  ['hello world.', []],
  ['Hi Anna how are you doing? It is there.', ['Anna']],
  ['hi anna how are you', ['anna']],
  ['hey priya, it is there', ['priya']],
  ['Hi Ella, it is there. Thanks, Will!', ['Ella', 'Will']],
  ['Hi Anna van Dyck I have looked', ['Anna van Dyck']],
  ['Hello dear Anna-Marie Your order', ['Anna-Marie']],
  ['Good morning J. Schmidt!', ['J. Schmidt']],
  ['Thanks Anna! It is done.', ['Anna']],
  ['thanks anna! it is done.', ['anna']],
  ['Thank you, Anna Schmidt. It is done.', ['Anna Schmidt']],
  ['Thanks again for your patience Anna!', ['Anna']],
  [
    'Thanks, and again thanks for your patience with all of it in these last two long weeks Anna!',
    ['Anna'],
  ],
  ['Sorry about that Anna, it is done', ['Anna']],
  ['No problem Anna. You’re welcome Bob! Have a nice day Carl!', ['Anna', 'Bob', 'Carl']],
  ['Sorry Priya Your order is late', ['Priya']],
  ['mr okoro has it, and Ms van Dyck', ['Dyck', 'okoro']],
  ['Herr zu Guttenberg, and Sra. dos Santos, Monsieur du Pont', ['Guttenberg', 'Pont', 'Santos']],
  ['Hallo Hr. Müller, bei Fr. Koch, Familie Weber', ['Koch', 'Müller', 'Weber']],
  ['Gentile Sig. Rossi, la Sig.ra Bruni', ['Bruni', 'Rossi']],
  ['Geachte heer Jansen, Szanowny Panie Kowalski, Sayın Yılmaz', ['Jansen', 'Kowalski', 'Yılmaz']],
  ['It is 9 a.m. Monday, and I’m. Sure', []],
  ['Hi Anna and Bob, it is done', ['Anna and Bob']],
  ['Hi Anna/Bob, hi Eva & Tim', ['Anna/Bob', 'Eva & Tim']],
  ['hi max mustermann, it is done', ['max mustermann']],
  ['Buongiorno Anna, bom dia Rui, oi Lia, ahoj Jan', ['Anna', 'Jan', 'Lia', 'Rui']],
  ['Hi 👋 Anna, done. Hi (Bob), done. Hi: Carl!', ['Anna', 'Bob', 'Carl']],
  ['As @anna_m said', ['anna_m']],
  ['Vielen Dank Anna für die Nachricht', ['Anna']],
  ['Danke für Ihre Geduld Anna!', ['Anna']],
  ['Hallo liebe Jule, gerne Jonas! Schönen Tag noch Timo!', ['Jonas', 'Jule', 'Timo']],
  ['Tut mir leid Anna, das dauert', ['Anna']],
  ['Nehmen Sie lieber Größe 42. Vielen Dank für die Nachricht!', []],
  ['Désolée Amélie, c’est complet', ['Amélie']],
  ['Merci pour votre patience Zoé ! Bonne journée Léa !', ['Léa', 'Zoé']],
  ['Gracias Lucía por esperar', ['Lucía']],
  ['¡Hola Iñaki! Claro Lucía, ya está. Estimada Noa:', ['Iñaki', 'Lucía', 'Noa']],
  ['Уважаемый Иван ваш заказ', ['Иван']],
  ['您好Anna，Bob您好，谢谢 Carl！', ['Anna', 'Bob', 'Carl']],
  ['Thanks, I have looked. Sorry, We are closed. Hi, Your order', []],
  ['Thanks for the list, with all of it. It is in Lyon, France.', []],
  ['Thanks for choosing Acme! Thank you for writing to Acme. Yes, Lyon is included', []],
  ['500 ms later', []],
  ['李女士您好', ['李']],
  ['田中様', ['田中']],
  ['お客様へ', []],
  ['やまだ様、たなかさん', ['たなか', 'やまだ']],
  ['どの様に、たくさん、みなさん、おつかれさま', []],
  ['Wang小姐的订单，Anna女士', ['Anna', 'Wang']],
])('%s', (text, names) => {
  const folded = foldWithOrigins(text);
  const isUpper = (at: number) => /\p{Lu}/u.test(text.slice(folded.starts[at], folded.ends[at]));
  const found = salutationRanges(folded.text, isUpper).map(({ start, end }) =>
    text.slice(folded.starts[start], folded.ends[end - 1]),
  );
  expect([...new Set(found)].sort()).toEqual([...names].sort());
});

test('many thanks without a stop between them are looked through in proportion to their length', () => {
  const looks = (times: number) => {
    let count = 0;
    salutationRanges('ty so '.repeat(times), () => {
      count += 1;
      return false;
    });
    return count;
  };
  expect(looks(400)).toBeLessThan(2.5 * looks(200));
});

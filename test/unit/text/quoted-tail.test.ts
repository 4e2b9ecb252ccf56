import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotedTail } from '../../../lib/text/quoted-tail';

function parts(text: string) {
  const tail = findQuotedTail(text);
  if (tail === undefined) return undefined;
  return { own: text.slice(0, tail.at).trimEnd(), tail: text.slice(tail.at), kind: tail.kind };
}

describe('findQuotedTail', () => {
  it.each([
    '---------- Forwarded message ---------',
    '-------- Weitergeleitete Nachricht --------',
    '---------- Message transféré ----------',
    '-------- Mensaje reenviado --------',
    '----- Mensagem encaminhada -----',
    '-------- Messaggio inoltrato --------',
    '-------- Doorgestuurd bericht --------',
    '-------- Пересылаемое сообщение --------',
    '---------- 转发邮件 ----------',
    'Begin forwarded message:',
    'Anfang der weitergeleiteten Nachricht:',
    'Début du message réexpédié :',
    'Inicio del mensaje reenviado:',
    'Vidarebefordrat brev:',
    'Início da mensagem encaminhada:',
    'Inizio messaggio inoltrato:',
    'Begin doorgestuurd bericht:',
    'Start på videresendt besked:',
    'Videresendt melding:',
    'Välitetty viesti alkaa:',
    'Początek przekazanej wiadomości:',
    'Začátek přeposlané zprávy:',
    'Začiatok preposlanej správy:',
    'Továbbított levél kezdete:',
    'Начало переадресованного сообщения:',
    'Початок переадресованого повідомлення:',
    'İletilen ileti başlangıcı:',
    '下面是被转发的邮件：',
    '以下是轉寄的郵件：',
    '転送されたメッセージ：',
    '전달된 메시지:',
  ])('knows %j for the beginning of what is forwarded', (line) => {
    const tail = `${line}\nFrom: Shop <a@shop.example>\nSubject: Invoice 4711\n\nTotal 12.00`;
    expect(parts(`FYI\n\n${tail}`)).toEqual({ own: 'FYI', tail, kind: 'forwarded' });
    const marked = tail.replace(/^/gm, '> ');
    expect(parts(`FYI\n\n${marked}`)).toEqual({ own: 'FYI', tail: marked, kind: 'forwarded' });
  });

  it('takes an answer to something forwarded for an answer', () => {
    const tail = 'On 3 May 2026, Tom wrote:\n> Begin forwarded message:\n>\n> From: Shop';
    expect(parts(`Thanks!\n\n${tail}`)).toEqual({ own: 'Thanks!', tail, kind: 'quoted' });
    const below = tail.replace('> Begin', '> FYI\n>\n> Begin');
    expect(parts(`Thanks!\n\n${below}`)).toEqual({ own: 'Thanks!', tail: below, kind: 'quoted' });
  });

  it.each([
    'On Mon, 3 May 2026 at 10:00, Tom <tom@acme.example> wrote:',
    'On Mon, 3 May 2026 at 10:00, Tom Long Name <tom@acme.example>\nwrote:',
    'Am 03.05.2026 um 10:00 schrieb Tom:',
    'Am Mo., 3. Mai 2026 um 10:00 Uhr schrieb Tom <tom@acme.example>:',
    'Le lun. 3 mai 2026 à 10:00, Tom <tom@acme.example> a écrit :',
    'El lun, 3 may 2026 a las 10:00, Tom (<tom@acme.example>) escribió:',
    'Em seg., 3 de mai. de 2026 às 10:00, Tom <tom@acme.example> escreveu:',
    'Il giorno lun 3 mag 2026 alle ore 10:00 Tom <tom@acme.example> ha scritto:',
    'Op ma 3 mei 2026 om 10:00 schreef Tom <tom@acme.example>:',
    'W dniu 3.05.2026 o 10:00, Tom pisze:',
    '3 мая 2026 г., 10:00, Tom <tom@acme.example> написал:',
    '在 2026年5月3日，Tom 写道：',
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    "----- Message d'origine -----",
    '-------- Исходное сообщение --------',
  ])('knows %j for the beginning of a quote', (line) => {
    const tail = `${line}\n\nWhere is it?`;
    expect(parts(`Thanks!\n\n${tail}`)).toEqual({ own: 'Thanks!', tail, kind: 'quoted' });
    const marked = `${line}\n> Where is it?\n>\n> Tom`;
    expect(parts(`Thanks!\n\n${marked}`)).toEqual({ own: 'Thanks!', tail: marked, kind: 'quoted' });
  });

  it.each([
    ['Outlook', 'From: Tom <tom@acme.example>\nSent: Monday\nTo: Ana\nSubject: Order\n\nHello'],
    [
      'Outlook, German',
      'Von: Tom\nGesendet: Montag, 3. Mai 2026\nAn: Ana\nBetreff: Order\n\nHallo',
    ],
    [
      'Outlook, with a line',
      '________________________________\nFrom: Tom <tom@acme.example>\nSent: Monday\nSubject: x\n\nHi',
    ],
    ['lines with >', '> Where is it?\n>\n> Tom'],
  ])('knows a head as %s writes it', (_, tail) => {
    expect(parts(`Thanks!\n\n${tail}`)).toEqual({ own: 'Thanks!', tail, kind: 'quoted' });
  });

  it.each([
    ['an answer below the quote', 'On 3 May, Tom wrote:\n> Where is it?\n\nIt is here.'],
    ['answers in the midst', 'Hi\nOn 3 May, Tom wrote:\n> One?\nYes.\n> Two?\nNo.'],
    ['a journey', 'Please book:\nFrom: Berlin\nTo: Hamburg\nDate: 3 May 2026'],
    ['a price in dashes', 'We sell:\n---- Lamps ----\n12.00'],
    [
      'nothing of its own above',
      '---------- Forwarded message ---------\nFrom: a@b.example\n\nTotal',
    ],
    ['an announcement', 'Here is the forwarded invoice:\nTotal 12.00'],
    ['a sentence', 'On 3 May I wrote you already.\nPlease answer.'],
  ])('leaves %s in its place', (_, text) => {
    expect(findQuotedTail(text)).toBeUndefined();
  });

  it('ends on anything, and loses nothing', () => {
    const line = fc.constantFrom(
      '> x',
      'On 3 May, Tom wrote:',
      'From: a@b.example',
      'Subject: x',
      '',
      'words',
      '-----Original Message-----',
      ':',
      '>',
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const tail = findQuotedTail(text);
        if (tail === undefined) return;
        expect(text.slice(0, tail.at)).toMatch(/\S/);
        expect(text.slice(tail.at)).not.toBe('');
      }),
    );
  });
});

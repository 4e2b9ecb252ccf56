import { fold } from '../text/fold';
import type { BlankRange } from './blank-patterns';
import { endOfName, endsAfter, type IsUpper, letter } from './called-name';
import { isStopWord } from './stop-words';
import { hasWordOfSupport } from './vocative-ranges';

/** Only with a sign after them are these labels; elsewhere they are words of any sentence. */
const labels = fold(
  '(?:(?:full|first|last|family|given|card|account|customer|contact|recipient|billing|shipping|delivery|guest|passenger|your|the) )?name(?: on (?:(?:the|your) )?(?:card|account|order|parcel|package|booking|invoice|label|ticket))?|surname|customer|client|contact(?: person)?|cardholder|holder|attention|signature|sender|ship to|bill to|deliver to|sold to|billed to|shipped to|delivered to|received by|(?:vor|nach|familien)name|kunde|kundin|besteller(?:in)?|karteninhaber(?:in)?|ansprechpartner(?:in)?|unterschrift|absender(?:in)?|nom(?: de famille)?|prénom|contact|signature|expéditeur|expéditrice|nombre(?: completo)?|apellidos?|firma|remitente|contacto|nome(?: completo)?|cognome|mittente|referente|sobrenome|remetente|naam|voornaam|achternaam|klant|contactpersoon|namn|navn|imię(?: i nazwisko)?|nazwisko|имя|фамилия|фио|клиент|收件人|收货人|联系人|姓名|户名|寄件人|签收人',
);
/** What a name follows at once. */
const leads = fold(
  "(?:recipient|consignee|addressee|(?:account|card|policy|ticket) ?holder|signed(?: for)? by|c/o|attn|on behalf of|(?:under|in) the name(?: of)?|made out to|addressed to|registered to|(?:waren|rechnungs|zahlungs)?empfänger(?:in)?|(?:konto|karten|vertrags)inhaber(?:in)?|z\\. ?hd|zu händen(?: von)?|im namen von|auf (?:den )?namen|(?:unterschrieben|unterzeichnet|quittiert|entgegengenommen) (?:von|durch)|destinataire|bénéficiaire|titulaire(?: (?:du compte|de la carte|du contrat))?|au nom (?:de |d')|à l'attention (?:de |d')|signée? par|destinat[aá]ri[oa]|titular(?: (?:de la (?:cuenta|tarjeta)|da conta|do cartão))?|a nombre de|firmad[oa] por|a la atención de|a/a|intestatari[oa](?: (?:del conto|della carta))?|a nome di|firmat[oa] da|all'attenzione di|em nome d[eoa]|assinad[oa] por|aos cuidados de|ontvanger|geadresseerde|rekeninghouder|op naam van|t\\.a\\.v|ter attentie van|(?:onder|ge)?tekend door|mottagare|modtager|mottaker|odbiorca|получатель|на имя|владелец (?:счета|карты))",
);
const sign = '(?: ?[:=]| -| (?:is|ist|est|es|è)(?= ))';
const patterns = [`(?:${labels})${sign}`, `(?:${leads})(?:'s? name)?\\.?${sign}?`].map(
  (source) => new RegExp(`(?<![\\p{L}\\p{N}])${source}[ \\n]?(?=${letter})`, 'gu'),
);

/** What a form asks for, and days: "Recipient Address", "signed by Monday". */
const noName =
  /^(?:(?:full |first |last )?name|address|details?|data|information|info|e-?mail|phone|number|bank|iban|required|optional|none|unknown|same|adresse|daten|angaben|nummer|telefon|firma|pflicht|coordonnees|numero|direccion|indirizzo|endereco|adres|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)(?:$| )/;

/**
 * Where a name that no record has stands behind what it is: "Recipient: Anna Miller", "signed for by A. Miller",
 * "Kontoinhaberin Anna Müller". In a folded text; its line breaks may have been kept.
 */
export function labelledNameRanges(folded: string, isUpper: IsUpper): BlankRange[] {
  const found: BlankRange[] = [];
  for (const pattern of patterns) {
    for (const { index, 0: before } of folded.matchAll(pattern)) {
      const start = index + before.length;
      const end = endOfLabelled(folded, start, isUpper, /[:=-] ?\n?$/.test(before));
      if (end > start) found.push({ start, end, kind: 'name' });
    }
  }
  return found;
}

function endOfLabelled(folded: string, start: number, isUpper: IsUpper, isSigned: boolean): number {
  const end = endOfName(folded, start, isUpper, isSigned);
  const name = folded.slice(start, end);
  const isAtEnd = endsAfter(folded, end);
  // "Price" in "Anna Price" is a name.
  const [first = ''] = name.split(' ');
  if (noName.test(name) || isStopWord(name) || hasWordOfSupport(first)) return start;
  // "Name: Enter your name" has one word that goes on; a name in small letters has two, at the end.
  if (!isUpper(start))
    return isAtEnd && name.includes(' ') && !hasWordOfSupport(name) ? end : start;
  if (isSigned && !isAtEnd && !name.includes(' ')) return start;
  const comma = !name.includes(' ') && folded.startsWith(', ', end) ? end + 2 : end;
  const last = comma > end ? endOfName(folded, comma, isUpper) : end;
  // "Miller, Anna", but not the label of the next field.
  return last > comma && endsAfter(folded, last) && !/^ ?:/.test(folded.slice(last)) ? last : end;
}

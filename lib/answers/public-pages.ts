import { subdomains } from './host-labels';
import { isStopWord } from './stop-words';

/** An address of the web, as far as it goes. */
export const linkPattern =
  /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.)[^\s<>"'()[\]（）【】《》「」，。]+/g;

/** One without a protocol; only with more behind its host, since a sentence may go on right after its full stop. */
export const bareLinkPattern =
  /(?<![\p{L}\p{N}@./_-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d{2,5})?[/?#][^\s<>"'()[\]（）【】《》「」，。]+/gu;

/** A host by itself, such as "acme.example"; many ends of sentences without a blank look like one, too. */
export const bareHostPattern =
  /(?<![\p{L}\p{N}@./_-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}@-])/gu;

/** Words of addresses that lead everybody to the same page. */
const pageWords = new Set(
  `www help support faq faqs hilfe aide ayuda docs doc documentation guide guides guidelines manual manuals tutorial
  tutorials article articles blog news press about contact contacts kontakt shop store stores boutique tienda laden
  product products produkt produkte produit produits producto productos category categories collections collection
  pages page home index start login signin sign logout account konto compte cuenta my settings profile password reset
  forgot register signup download downloads app apps android ios mobile web desktop status terms privacy legal imprint
  impressum agb datenschutz policy policies cookies returns return refund refunds retoure retouren ruckgabe retour
  retours devoluciones shipping delivery versand lieferung livraison envio envios tracking track order orders parcel
  parcels payment payments billing invoice invoices plans plan pricing prices price preise tarifs precios warranty
  garantie garantia size sizes sizing chart care how to what is faq-s support-center center centre hc en de fr es zh it
  nl pt us uk at ch cn gb ca eu int com solutions topics topic section sections knowledge base knowledgebase kb wiki
  community forum forums security team teams users user api developers developer dev contact-us careers jobs partners
  gift cards card voucher vouchers sale new media video videos images image files file pdf html htm php aspx
  service services customer customers installation install update updates upgrade release releases notes changelog
  integrations integration import export email mail notifications language size-guide opening hours locations find
  shoes boots jackets clothing accessories spare parts filter filters battery charger error errors search`.split(
    /\s+/,
  ),
);

/** As many digits as an order or a customer has, in whatever groups. */
const longNumber = /\d(?:[^a-z\d]{0,3}\d){3}/;

const openPage =
  /^(?:https?:\/\/|www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d{2,4})?((?:\/[a-z][a-z_-]*(?:\.[a-z_-]+)*|\/v?\d{1,2})*)\/?(?:#([a-z][a-z_-]*))?[.,;:!?)\]]*$/;

/**
 * Whether a folded address leads to a page for everybody: its path has only words that are usual for pages. A
 * single word of letters may be a token, a name, or the name of somebody’s own page, and a number anybody’s.
 */
export function isPublicPage(address: string): boolean {
  if (longNumber.test(address)) return false;
  const [, host = '', path = '', fragment = ''] = openPage.exec(address) ?? [];
  return host !== '' && [...subdomains(host), path, fragment].every(isOfUsualWords);
}

function isOfUsualWords(part: string): boolean {
  const words = part.replace(/\/v?\d{1,2}(?=\/|$)/g, '').match(/[a-z]+/g) ?? [];
  return words.every((word) => pageWords.has(word) || (word.length > 1 && isStopWord(word)));
}

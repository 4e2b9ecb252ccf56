import { fold } from '../text/fold';

const code = '[a-z0-9]+(?:[_/-][a-z0-9]+)*';
const subjects =
  'order|ticket|invoice|case|rma|booking|reservation|parcel|bestellung|auftrag|rechnung|sendung|vorgang|lieferung|reklamation|commande|facture|dossier|colis|pedido|factura|reserva|ordine|fattura|encomenda|fatura|bestelling|factuur|zamowienie|заказ|счет';
const hanSubjects = '(?:订单|工单|运单|快递|发票|包裹|单号|会员|客户)';
/** Behind a number these say that it is an amount. */
const amounts =
  '[%€$£]|(?:x|pieces?|pcs|units?|items?|copies|sets?|boxes|pairs?|bottles?|stuck|stk|euros?|eur|usd|chf|dollars?|pounds?|gb|mb|kg|ml|days?|hours?|minutes?|users?|people|times|more|tage?n?|stunden|minuten|mal|unites?|unidades|pezzi|stuks|шт)(?!\\p{L})';
const hanAmounts = '[个件单元块份套人次天%多余万分折月日年箱包款]|积分|小时|[kmg]+(?![a-z])';
const known =
  'order|ticket|invoice|booking|reservation|payment|confirmation|customer|account|tracking|serial|licen[cs]e|product|activation|gift(?: card)?|voucher|access|security|verification|recovery|membership|policy|contract|passport|case';
const germanKnown =
  '(?:serien|bestell|rechnungs|kunden|vertrags|sendungs|buchungs|auftrags|vorgangs|gutschein|mitglieds|lizenz|aktivierungs|ausweis)(?:nummer|code|schlussel)';

/** Ids that the word before them shows, in texts folded as `foldWithOrigins` does: "Order no. B12", "订单号 7". */
export const numberedPatterns: readonly RegExp[] = [
  `(?<=(?:order|ticket|invoice|case|rma|tracking|reference|ref|booking|customer|account|parcel|bestell|auftrags|rechnungs|sendungs|kunden|vorgangs|commande|facture|dossier|suivi|client|pedido|factura|seguimiento|cliente)[ -]?(?:number|no|nr|num|id|code|nummer|numero|n°|nº|de)[.:]? ?#?|${fold('(?:订单|运单|快递|发票|客户|会员|工单|[单编])号')}(?:[是为:] ?)?)(?=[a-z-]{0,12}\\d)${code}`,
  `(?<=(?<![\\p{L}-])(?:${subjects}) )(?!a\\d(?![a-z\\d]))(?:\\d{3,8}(?:[ ./-]\\d+)*(?!:?\\d)|[a-z]{1,4}-?\\d[a-z0-9]*(?:-[a-z0-9]+)*)(?!\\p{L}| ?(?:${amounts}))`,
  `(?<=${hanSubjects} ?)\\d{3,8}(?:[ -]\\d+)*(?!\\d| ?(?:${hanAmounts}))`,
  `(?<=(?<!\\p{L})(?:id|№) ?[:=] ?)(?=[a-z_-]{0,12}\\d)${code}`,
  `(?<=(?<!\\p{L})(?:kd|kunden|best|bestell|auftr|auftrags|rg|rechn|rechnungs|vers|versicherungs|vertr|vertrags|mitgl|mitglieds|sendungs|ticket|vorgangs|konto|kto|steuer|ust|ausweis)\\.?[ -]{0,2}nr\\.? ?:? ?)(?=[a-z-]{0,12}\\d)${code}`,
  `(?<=(?<!\\p{L}|(?:error|status|failure|http|response|exit|area|country|postal|post|zip|bar|qr)[ -])code(?: ?:| is| ist| est| es) )\\d{3,8}(?:[ -]\\d+)*`,
  // Folding makes "no" of "№".
  '(?<=(?<![\\p{L}\\p{N}])no )(?![45]0\\d(?!\\d))\\d{3,8}(?= ?(?:[,;!?)]|\\.(?!\\d)|$))',
].map((source) => new RegExp(source, 'gu'));

/** Codes without a digit, which are written in capitals. */
export const capitalPatterns: readonly RegExp[] = [
  `(?<=(?<!\\p{L})(?:(?:${known})[ -](?:reference|ref|code|number|no|key|id|pin)|${germanKnown}|pnr)\\.?(?: ?[:=#]| is| ist)? )[a-z][a-z0-9]{3,}(?:[_/-][a-z0-9]+)*(?!\\p{L})`,
  '(?<![\\p{L}\\p{N}-])[a-z0-9]{4,6}(?:-[a-z0-9]{4,6}){2,}(?![\\p{L}\\p{N}-])',
].map((source) => new RegExp(source, 'gu'));

import { fold } from '../text/fold';

/**
 * Beginnings of the words by which addresses stand for an office and not for a human, without
 * accents: many languages share them and add endings of their own. None begins a usual name.
 */
const beginnings = `infodesk infoline infocent informac informaz informasi information informer abonnement abteilung account accueil acquist administ admission advert agenzia almacen
amministr anfrage angebot anmeldung apskait asiakas asistenc assistan assisten atencion atendim auftrag ausbildung autorespo
backoffice beheer beratung beschwerde bestell bestill betaling bewerb biglietter billing boekhoud bogholder bokning
booking boutique buchhalt buchung bugalter buhgalt buhhalt bukhgalt bureau business butik
callcent candidatur career carriere centralino chamsoc clientel cliente clients cobranza cobranca comanda comercial commande
commercial communicat comptab comptes comunicac comunicaz condomin consegn consulenz consult contab contact contatt contato
contenzios contratac correo cotizac credit customer datenschutz deliver departamento department desarrollo development dichvu
dienst direccion direction direktion direzion dispatch distribu donation dostavka dyrekt dzial
editor einkauf ekonomi empfang employ engineer enquir ertekesit escritorio estoque expedi export extern facilit factur
faktur fattur fatur feedback filiale financ finans finanz foretag forsaljning fornitor fournisseur frontdesk fundrais garanti
gerencia geschaeft geschaft gestion hausverwalt hello helpdesk helpline hizmet hostmaster hotline igazgat iletisim
imprensa incidencia ingenier inkasso inkoop innkjop inquir inschrij inscri insankayn instalac insurance
inventory investor invoic juridi kancelar kanzlei karriere katalog kereskede keuangan khachhang khieunai kierown kinhdoanh
kirjanpit klacht klantens klanten klient knjigovod kommerc kommunik kontakt kontor konyvel korisni ksiegow kundeserv kundens
kundend kundenb kundens kundserv kundtj laskutus lavora lavoro ledning leverans leveranc lieferung livrais logist
magasin magazijn magazyn mailer mailing maintenanc management mantenim manutenc marketing markkin marknad mazkirut medlem
merchandis mitglied muhasebe musteri myynti narocil negozio newsletter noreply notific notificac nyhetsbrev obchod objednav
obrabotka obsluga odbyt oferta offerte office oficina onboard onderhoud operacion operation ordini ordine orders otdel
ouvidoria pagament pardavim pardosan partners pasutij payable payment payroll pazarlam pedido pelanggan pemasaran
penjual penzugy personala personalb personnel personeel planning pochta podatel podderzh podpora podrska
poliseis pomoctech poslov postmaster poststelle prakti prenot prensa pressoff preventiv privacy procure prodaj prodazh prodej
production produc produk projekt promotion proveedor publicid purchas qualit quotation raamatupid racunovod rechnung
receivab recepc recept recepti reclam recours recruit recrut reclut redakt redac referat refund regnskap reklam rekrut
rekryt renseig repair reserv resepsj restaur retour returns rezep rezerv ricambi risorse satinalma scolarit secretar securit
seguranc segurid segreter sekretar sekreter selezion servic servis serviz shipping siparis sklad skladist
sollicit soporte sotrudn spedit spediz sprzed stampa statement student subscri sugerenc suggest sukien supervis supplie supply
support suporte suprim sysadmin szallas szamla szerviz szolgalt technic technik tecnic tehnic teklif teknik
teknis telefon telesales tesorer tesourar ticket tienda tilaus titkar toimisto tramit transport treasur tresor tuyendung
ufficio ugyfel urednis uslugi utleie uzsak vakans vacanc vacature vanzari vendita verkauf verkoop vermietung versand vertrieb
verwaltung vevoszolg vorstand warehous warsztat webmaster welcome werbung werkstatt wholesale widerruf workshop wsparci wysylk zahlung zakaz zakupk zakupy zamowien zapytan zaposl zarzad zentrale
заказ продаж отдел поддерж почта информ бухгалт кадры офис реклам сервис менедж контакт закуп`;

/** Words that are the whole of it: short ones, and those with which names begin. */
const words = `info infos informatica informatique kunder kunden winkel handel abuse abrechnung achat achats admin agence aide ajuda aluguel apoyo archive arve ask ayuda bank benefits bilgi
birou biuro board bonjour box buero buro buh buyer buyers caisse caja cantiere care cashier catering ceo cfo chat citas
claims club collections compra compras compta conta contas contest coo copy cs csr cskh cto daemon data demo desk
destek devis dialog do dpo dsgvo duvidas ecole edv eigyo emploi empleo encargos envios equipe escola
escuela eshop event events fax fiscal fleet fragen freight gdpr general gf group grammateia hallo halo
hei hej help hi hilfe hjelp hjaelp hola home hospital hotel hr hulp humanresources ik inbox incoming invest iroda it
jinji job jobb jobs juridico kadry kantoor kantor kapcsolat kariera kasa kasse kassa kefu keiri ketoan kokyaku koulu kunde
kunden laden lager laskut laskutus leads ledelse legal lianxi lienhe listserv loja
mail mailbox mairie manager market media medical membership merhaba mis muuk nabava nakup nabidka newsdesk news nhansu no noc
nurse obec ofis ombudsman ops order ordre ost osto ostolaskut outlet palaute palkka palvelu parts patient pay
pers personal podpora pomoc ponuda poptavka portal post posta poste poczta pr praca praxis prace presse press prodaja
promo purchase qa quality quejas quote quotes rdv recht reception rekry rental rentals request requests resa reso resi rh rma root
rrhh rsvp sac saiyo sale sales salg sampark satis sav school schule sdm seller
sem seo shop shouhou showroom skola skole sluzby social sodan somu soumu spam sport staff stock store stores studio success survey
szkola tax team teams tech test toko tour tours trade training travel tuki tulong ucto uctarna uketsuke
umum unsubscribe usenet uucp vagas vanphong vendas venda vente ventes venta ventas verein voice vragen vraag web webshop website
weborder www xiaoshou yardim yonetim yoyaku zoll
客服 销售 财务 采购 人事 招聘 营业 営業 経理 総務 採用 受付 お問い合わせ 고객센터 영업 상담 문의`;

/** What stands beside such a word and makes no human of it: a place, a language, a part. */
const qualifiers = `americas apac asia austria b2b b2c belgium benelux cee central cis com company corp country dach deutsch
deutschland east emea english espana europe europa first france francais german germany global gmbh iberia inc india international
intl italia italy japan latam line local london ltd main mena mexico middle national nord nordic nordics norte north oest online
only ost ouest our page paris plus polska premium pro regional reply rest second senior single south spain sud sued sul sur sweden
swiss the the west worldwide your zone al el la las le les del des di da der die das dos et und and for fuer of not`;

const begins = new RegExp(`^(?:${wordsOf(beginnings).join('|')})`);
const officeWords = new Set(wordsOf(words));
const qualifierWords = new Set(wordsOf(qualifiers));

function wordsOf(text: string): string[] {
  return fold(text).trim().split(/\s+/);
}

/** Whether a word of an address (folded) stands for an office, or only goes with one; else `undefined`. */
export function kindOfAddressWord(word: string): 'office' | 'qualifier' | undefined {
  if (officeWords.has(word) || begins.test(word)) return 'office';
  return qualifierWords.has(word) ? 'qualifier' : undefined;
}

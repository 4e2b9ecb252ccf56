import { fold } from '../text/fold';

/**
 * Beginnings of the words that mark an address as an office's and not a human's, without accents: many
 * languages share them and add endings of their own. None begins a common name.
 */
const beginnings = `abonnement abteilung account accueil achizi acquist administ admission advert agenzia almacen
amministr anfrage angebot anmeldung aproviz apskait asiakas asistenc assistan assisten atencion
atendim auftrag ausbildung autorespo backoffice beheer beratung beschwerde bestell bestill beszerz
betaling bewerb biglietter billing boekhoud bogholder bokning booking boutique buchhalt buchung
bugalter buhalter buhgalt buhhalt bukhgalt bureau business butik callcent candidatur career carriere
centralino chamsoc client cobranca cobranza comanda comenzi comercial commande commercial communicat
comptab comptes comunicac comunicaz condomin consegn consulenz consult contab contact contato
contatt contenzios contratac correo cotizac credit customer datenschutz deliver departamento
department desarrollo development dichvu dienst direccion direction direktion direzion dispatch
distribu donation dostavka dyrekt dzial editor einkauf ekonomi empfang employ engineer enquir
ertekesit escritorio estoque expedi export extern facilit factur faktur fattur fatur feedback
filiale financ finans finanz foretag fornitor forou forsaljning fournisseur frontdesk fundrais
garanti gerencia geschaeft geschaft gestion gramatved hausverwalt helpdesk helpline hizmet
hostmaster hotline hubungi igazgat iletisim imprensa incidencia indkob infocent infodesk infoline
informac informasi information informaz informer ingenier inkasso inkoop innkjop inquir insankayn
inschrij inscri instalac insurance inventory investor invoic juridi kadrov kancelar kanzlei karriere
katalog kereskede keuangan khachhang khieunai kierown kinhdoanh kirjanpit klacht klanten klient
knjigovod komercijal kommerc kommunik kontakt konyvel korisni ksiegow kundenb kundend kundens
kundeserv kundserv kundtj laskutus lavora lavoro layanan ledning leveranc leverans lieferung livrais
logist mabiea magasin magazijn magazyn mailer mailing maintenanc management mantenim manutenc
marketing markkin marknad mazkirut mechirot medlem merchandis mitglied muhasebe munkaugy musteri
myynti narocil negozio newsletter noliktav noreply notific nyhetsbrev obchod objednav obrabotka
obslug odbyt oferta offerte office oficina onboard onderhoud operacion operation orders ordine
ordini otdel ouvidoria pagament pardavim pardosan partners pasutij payable payment payroll pazarlam
pedido pelanggan pemasaran penjual penzugy personala personalb personeel personnel planning pochta
podatel podderzh podpora podrska poliseis pomoctech poruchk poshtibani poslov postmaster poststelle
prakti prenot prensa pressoff preventiv privacy procure prodaj prodazh prodej produc produk projekt
promotion proveedor publicid purchas qualit quotation raamatupid racunovod receivab recepc recept
rechnung reclam reclut recours recruit recrut redac redakt referat refund regnsk reklam rekrut
rekryt rendeles renseig repair resepsj reserv restaur retour returns rezep rezerv ricambi risorse
satinalma scolarit secretar securit segreter seguranc segurid sekretar sekreter selezion servic
servis serviz shipping siparis sklad sollicit soporte sotrudn spedit spediz sprzed stampa statement
student subscri sugerenc suggest sukien supervis suport supplie supply support suprim sysadmin
szallas szamla szerviz szolgalt technic technik tecnic tehnic teklif teknik teknis telefon telesales
tesorer tesourar ticket tienda tilaus titkar toiawase toimisto tramit transport treasur tresor
tuyendung ufficio ugyfel urednis uslugi utleie uzsak vacanc vacature vakans vanzari varasto 
verkauf verkoop vermietung versand vertrieb verwaltung vevoszolg vorstand warehous warsztat
webmaster welcome werbung werkstatt wholesale widerruf workshop wsparci wysylk zahlung zakaz zakupk
zakupy zamovl zamowien zaposl zapytan zarzad zentrale eksipir exypir kliendi kundencent
leserserv ressourc tilau бухгалт заказ закуп информ кадр контакт менедж
отдел офис поддерж почта продаж реклам сервис`;

/** Words that only count as a whole: short ones, and those that names begin with. */
const words = `affiliate affiliates alert alerts automated bot chatbot community compliance contactez grupp itsupport ofisi partner people question questions robot system abrechnung abuse achat achats admin agence aide ajuda almabiat aluguel apoyo archive arve ask ayuda
bank benefits benta bikri bilgi birou biuro board bonjour box buero buh buro buyer buyers caisse
caiwu caja cantiere care cashier catering ceo cfo chat citas claims club collections compra compras
compta conta contas contest coo copy cs cskh csr cto daemon data demo desk destek devis dialog do
dpo dsgvo duvidas ecole edv eigyo empleo emploi encargos envios equipe escola escuela eshop event
events fax fiscal fleet forosh fragen freight fuwu gdpr general gf gogaek grammateia group hallo
halo hanbai handel hei hej hello help hi hilfe hjaelp hjelp hola home hospital hotel hotro hr hulp
ik inbox incoming info informatica informatique infos inkop invest iroda it jinji job jobb jobs
jualan kadry kantoor kantor kapcsolat kariera kasa kassa kasse kefu kehu keiri ketoan kokyaku kontor
kontoret koulu kunde kunden kunder laden lager laskut leads ledelse legal lianxi lienhe listserv
loja mabiat mail mairie manager market media medical membership merhaba mis muuk myuk myyk nabava
nabidka nakup news nhansu no noc nurse obec ofis ombudsman ops order ordre ost osto otoiawase outlet
palaute palkka palvelu panmae parts patient pay pers personal poczta pomoc ponuda poptavka portal
post posta poste pr praca prace praxis predaj press presse promo pwliseis qa quejas quote quotes rdv
recht recursos rekry relatii relations renshi rental rentals request requests resa resi reso
resources rh rma root rrhh rsvp sac saiyo sale sales salg sampark satis sav school schule sdm seller
sem seo shichang shop shouhou showroom skola skole sluzby social sodan somu soumu spam sport staff
stock store stores studio success survey szkola talous tax team teams tech test toko tour tours
trade training travel tuki tulong ucetni uctaren uctarna ucto uketsuke umum unsubscribe uprava
usenet uucp vagas vanphong vaxel venda vendas vendedor vendita vendite venta ventas vente ventes verein voice vraag
vragen web website winkel www xiaoshou yardim yeongeop yewu yonetim yoyaku zhaopin
auskunft leitung innendienst aussendienst auftraege anzeigen abo abos hausmeister notariat
ordination schriftfuehrer kassenwart vorsitz vermittlung immobilien email presupuestos magazzino
sklep handlowy narudzbe retail devops everyone complaints surveys updates digest sponsors
api crm scan scanner printer copier apotheke bibliothek
お問い合わせ 人事 受付 営業
客服 招聘 採用 経理 総務 营业 财务 采购 销售 고객센터 문의 상담 영업`;

/** What may stand beside such a word without making it a human's: a place, a language, a part. */
const qualifiers = `americas and apac area asia ausgang austria b2b b2c back belgium benelux cee central cis com company
corp country dach das del dept der des deutsch deutschland die dos east eingang emea english espana
europa europe first for francais france free front fuer generale generales german germany global
gmbh handlowy humains human humanos iberia inc india international intl italia italy japan las latam
les line local london ltd main master mena mexico middle national new nord nordic nordics norte
north not nous oest online only open ouest our page paris plus polska premium pro public regional
relation reply rest second senior single south spain sud sued sul sur sweden swiss the umane und
west worldwide your zone ap apkalposana berlin brasil center centre hamburg muenchen room`;

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

/** Offices' words that people are called by as well, or that begin so: "tresor.kabila", "mailer". */
const alsoNames =
  /^(?:bureau|carriere|dienstb|engineer|lavorat|mailer|officer|quality|skladan|stampa|student|tresor|treasur|welcome)/;

/** Whether a word is no surname, so that what follows it is a part of the office: "info.hamburg". */
export function isUnmistakable(word: string): boolean {
  return (
    /^(?:info|support|service|sales|team|ventas|vendas|compras|pedidos|shop|store|buero|praxis)$/.test(
      word,
    ) ||
    (begins.test(word) && !alsoNames.test(word))
  );
}

/**
 * Countries and languages in two letters, since companies divide their offices by them. Those that are
 * names or initials as well (`jo`, `ed`) are left out: "jo.stock" is a person. At the end: small words
 * between the words of an office ("atencion.al.cliente").
 */
export const placesAndLanguages: ReadonlySet<string> = new Set(
  'de en fr es it pt nl pl cz cs at ch uk gb us eu br mx ar cl pe jp cn zh kr ko in ru ua uk tr se sv dk da no fi be ie gr hu ro bg hr si sk lt lv ee hk sg tw th vn id my ph au nz ca za ae sa il eg hq al la le el du di zu of to'.split(
    ' ',
  ),
);

/** Of those the ones that stand right before or behind the word of an office: "salesde", "eusales". */
export const regions: ReadonlySet<string> = new Set('eu uk us de fr it nl pl cs'.split(' '));

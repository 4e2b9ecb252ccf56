import { describe, expect, test } from 'vitest';
import { isGenericAddress, isOwnAddress, isRoleAddress } from '../../../lib/identity/email-kinds';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { contact, membersOf } from './people';

const inLanguages: Readonly<Record<string, string>> = {
  English:
    'info sales support contact billing accounts orders purchasing careers hello office team press',
  German:
    'vertrieb verkauf einkauf buchhaltung rechnung kundenservice kundendienst kontakt büro zentrale bewerbung anfrage bestellung',
  French:
    'comptabilité facturation ventes achats accueil secretariat commercial clients sav recrutement commande direction',
  Spanish:
    'ventas compras facturación administracion contabilidad soporte pedidos reservas rrhh atencion contacto tienda',
  Portuguese:
    'vendas compras contato atendimento financeiro suporte faturamento cobranca contabilidade secretaria',
  Italian:
    'vendite acquisti amministrazione contabilità ufficio segreteria commerciale assistenza ordini fatture',
  Dutch: 'verkoop inkoop klantenservice administratie boekhouding facturen receptie bestelling',
  Polish: 'biuro sprzedaż księgowość obsługa zamówienia faktury sekretariat reklamacje kadry',
  Czech: 'prodej obchod účetní podpora objednávky fakturace nákup',
  Hungarian: 'értékesítés ügyfélszolgálat iroda pénzügy számlázás rendelés',
  Romanian: 'vânzări contabilitate comenzi suport secretariat achiziții',
  Croatian: 'prodaja računovodstvo nabava podrška uprava',
  Turkish: 'satış muhasebe destek bilgi iletişim sipariş',
  Swedish: 'försäljning kundtjänst ekonomi faktura order inköp',
  Danish: 'salg kundeservice regnskab indkøb ordre bogholderi',
  Finnish: 'myynti asiakaspalvelu laskutus toimisto tuki',
  Baltic: 'müük raamatupidamine pārdošana grāmatvedība pardavimai buhalterija',
  Russian:
    'zakaz prodazhi buhgalteria zakupki podderzhka kadry поддержка продажи заказ бухгалтерия',
  Asian: 'eigyo keiri soumu kefu xiaoshou lienhe hotro penjualan layanan 客服 销售 営業 고객센터',
};

describe.each(Object.entries(inLanguages))('an office in %s', (_language, words) => {
  test.each(words.split(' '))('%s@', (word) => {
    expect(isRoleAddress(`${word}@acme-gmbh.example`)).toBe(true);
  });
});

test.each(
  `customer.service customer-care customerservice info2 sales01 support24 24support sales.emea sales_us info-de de.info
  accounts.payable accountspayable tech.support techsupport salesteam support.team human.resources front-desk back.office
  kunden.service vertrieb.nord verkauf2 rechnungen.eingang info.hamburg service-client relations.clients compta.fournisseurs
  atencion.al.cliente servicio.tecnico ventas.madrid ufficio.acquisti servizio.clienti dzial.sprzedazy biuro.obslugi
  klient.servis otdel.prodazh отдел_кадров acme.support support-acme no-reply noreply do.not.reply noreply-shop support+de
  contactez-nous alerts it-alerts chatbot community compliance people affiliates partner.team questions itsupport
  ressources.humaines rh.brasil compras.sp presupuestos magazzino sklep handlowy narudzbe tilaukset klienditugi
  klientu.apkalposana exypiretisi auskunft leitung innendienst aussendienst kundencenter leserservice anzeigen abo
  hausmeister immobilien notariat berlin.office shop.berlin filiale.berlin buero.muenchen redaktion.lokal praxis.mueller
  kanzlei.schmidt eusales desupport salesde csteam call.center meeting.room devops everyone retail surveys complaints
  ap.invoices email e-mail nicht-antworten keineantwort norespondas
  INFO Sales.EMEA mailer-daemon`.split(/\s+/),
)('%s@ is put together of such words', (local) => {
  expect(isRoleAddress(`${local.toLowerCase()}@acme.example`)).toBe(true);
});

test.each(
  `ana.souza jonas.weber m.garcia marketa.novakova kundera winkelmann ventura venditti persson lagerfeld buchholz servais
  consuelo ana.sales l.post j.bank ola tim tom rosa vera marina informatik informatik.meier kim.lee bo.ek li.wei max prodan
  zollner jo.stock ed.post bo.welcome klein.anna officer.john handelman teamster ana2 7ana
  tresor.kabila welcome.ncube dev dienstbier.jiri carriere.jean stampa.gaia dev.patel desouza usman delgado bankes center.anna`.split(
    /\s+/,
  ),
)('%s@ is a human’s', (local) => {
  expect(isRoleAddress(`${local}@posteo-mail.example`)).toBe(false);
});

test('the team adds words of its own', () => {
  expect(isRoleAddress('frontline@acme.example')).toBe(false);
  expect(isRoleAddress('frontline@acme.example', ['Frontline'])).toBe(true);
  expect(isRoleAddress('frontline.north2@acme.example', ['frontline'])).toBe(true);
  const [one, other] = ['north', 'east'].map((platform) =>
    contact(platform, '1', { emailKeys: ['frontline@acme.example'] }),
  );
  if (one === undefined || other === undefined) throw new TypeError('nobody');
  const personBy = (roleWords: string[]) =>
    membersOf(resolvePerson(one, [other], [], { ownDomains: [], roleWords }));
  expect(personBy([])).toHaveLength(2);
  expect(personBy(['frontline'])).toHaveLength(1);
});

test.each(
  `test@test.com noemail@noemail.com asdf@asdf.com 123@123.com no@no.no test@gmail.com abc@gmail.com user@example.com
  foo@bar.com unknown@unknown.com no.email@gmail.com test123@hotmail.com aaa@aaa.aa null@null.com name@domain.com a@b.com
  john.doe@example.com bo@bo.bo x@x.xx a@mailinator.com anna@trashmail.ws nobody@any.invalid
  private@private.com muster@muster.de asdasd@asd.com sdfsdf@sdfsdf.com noone@noone.com essai@essai.fr ejemplo@ejemplo.com
  abc123@gmail.com john@doe.com max@mustermann.de keinemail@web.de anonym@web.de x@y.com abc@def.com`.split(
    /\s+/,
  ),
)('%s was typed to please a form', (address) => {
  expect(isGenericAddress(address)).toBe(true);
});

test.each(
  `ana@example.com w@example.com a5@example.com me@anasouza.com ana@ana-souza.de x1@posteo.de na.li@gmail.com
  john@doerr.com max@muster.de muster@posteo.de anasouza@anasouza.com
  testarossa@mail.org 4711@mail.org`.split(/\s+/),
)('%s was not', (address) => {
  expect(isGenericAddress(address)).toBe(false);
});

test('the own domains count in either form', () => {
  expect(isOwnAddress('bo@müller.example', ['xn--mller-kva.example'])).toBe(true);
  expect(isOwnAddress('bo@de.müller.example', ['müller.example'])).toBe(true);
  expect(isOwnAddress('bo@notmüller.example', ['müller.example'])).toBe(false);
});

import { expect, test } from 'vitest';
import { isThrowAwayDomain } from '../../../lib/identity/throw-away-domains';

test.each(
  `mailinator.com box.mailinator.net 10minutemail.net temp-mail.io tempmail.plus guerrillamail.biz yopmail.net trashmail.ws
  throwawaymail.com maildrop.cc getnada.com mail.tm 1secmail.com sharklasers.com fakeinbox.com moakt.cc emailfake.com
  burnermail.io spambox.us wegwerfemail.de tempr.email mohmal.in dropmail.me luxusmail.org minuteinbox.com tmpmail.org
  disposablemail.com mytemp.email 33mail.com fakemailgenerator.com mintemail.com discardmail.com spamgourmet.com grr.la
  snapmail.cc spymail.one gmailnator.com mail-temp.com mailtemp.net email-temp.com generator.email crazymailing.com throwam.com
  10mail.org freeml.net byom.de sofort-mail.de instant-mail.de hidemail.de spam.la disbox.net tempalias.com tempsky.com
  linshi-email.com sneakemail.com selfdestructingmail.com sendspamhere.com nobulk.com pookmail.com quickinbox.com boximail.com
  airmail.cc tempomail.fr cool.fr.nf`.split(/\s+/),
)('%s gives mailboxes away', (domain) => {
  expect(isThrowAwayDomain(domain)).toBe(true);
});

test.each(
  `gmail.com posteo.de mail.org temple.edu contemporary-mailing.com fake.news.example spamhaus.org mail.ru
  tm-mail.example anonymous.example minutes.example boxmail.example
  amytempleton.com mytemple.org mytempo.fr
  mailtemplates.com mail-template.example spam.example airmail.example generator.example hotmailtemp.example`.split(
    /\s+/,
  ),
)('%s does not', (domain) => {
  expect(isThrowAwayDomain(domain)).toBe(false);
});

import { expect, test } from 'vitest';
import { isThrowAwayDomain } from '../../../lib/identity/throw-away-domains';

test.each(
  `mailinator.com box.mailinator.net 10minutemail.net temp-mail.io tempmail.plus guerrillamail.biz yopmail.net trashmail.ws
  throwawaymail.com maildrop.cc getnada.com mail.tm 1secmail.com sharklasers.com fakeinbox.com moakt.cc emailfake.com
  burnermail.io spambox.us wegwerfemail.de tempr.email mohmal.in dropmail.me luxusmail.org minuteinbox.com tmpmail.org
  disposablemail.com mytemp.email 33mail.com fakemailgenerator.com mintemail.com discardmail.com spamgourmet.com grr.la`.split(
    /\s+/,
  ),
)('%s gives mailboxes away', (domain) => {
  expect(isThrowAwayDomain(domain)).toBe(true);
});

test.each(
  `gmail.com posteo.de mail.org temple.edu contemporary-mailing.com fake.news.example spamhaus.org mail.ru
  tm-mail.example anonymous.example minutes.example boxmail.example
  amytempleton.com mytemple.org mytempo.fr`.split(/\s+/),
)('%s does not', (domain) => {
  expect(isThrowAwayDomain(domain)).toBe(false);
});

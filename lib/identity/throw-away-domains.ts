/** Mailboxes that anybody may open, or that last for minutes, whose names do not say so. */
const services = new Set(
  `33mail.com anonaddy.me armyspy.com bccto.me binkmail.com bobmail.info boun.cr bugmenot.com chacuo.net
  chammy.info cock.li cuvox.de dayrep.com deadaddress.com despam.it dodgeit.com dodgit.com dropmail.me drdrb.net e4ward.com
  einrot.com emailondeck.com emltmp.com ephemail.net fakebox.org fleckens.hu getairmail.com getnada.com gishpuppy.com
  grr.la guerillamail.com gustr.com harakirimail.com haltospam.com hidzz.com inboxkitten.com incognitomail.org
  instantemailaddress.com jetable.org jourrapide.com kasmail.com klzlk.com kurzepost.de letthemeatspam.com
  linshiyouxiang.net lroid.com mail-temp.com mail.gw mail.tm mail7.io mailcatch.com mailde.de maildrop.cc mailexpire.com
  mailforspam.com mailinater.com mailmoat.com mailnesia.com mailnull.com mailsac.com mailshell.com mailslurp.com
  mailtothis.com mailzilla.com meltmail.com mintemail.com moakt.com mohmal.com mt2015.com mvrht.net mytrashmail.com nada.email
  nwldx.com nowmymail.com objectmail.com onewaymail.com opayq.com owlymail.com pokemail.net proxymail.eu rcpt.at rhyta.com
  rppkn.com safetymail.info sharklasers.com shieldemail.com smailpro.com sogetthis.com soodonims.com superrito.com
  suremail.info teleworm.us thisisnotmyrealemail.com tmail.ws tmails.net tmpeml.com tmpmail.net tempr.email trbvm.com
  vomoto.com wegwerfadresse.de wegwerfemail.de wegwerfmail.de wegwerfmail.net wegwerpmailadres.nl wh4f.org yopmail.fr
  yep.it yourlifesucks.cu.cc zetmail.com zoemail.net 1secmail.com 1secmail.net 1secmail.org esiix.com wwjmp.com
  xojxe.com yoggm.com dispostable.com discard.email nada.ltd vusra.com fexbox.org`.split(/\s+/),
);

/** What such services call themselves. */
const telling =
  /(?:temp(?:orary|oral|oraire)?|tmp|trash|throw-?away|throwam|disposable|dispos|burner|fake|spam|junk|dump|discard|anon(?:ymous)?|wegwerf|jetable|muell|guerrilla|minute|(?:\d+|ten|twenty|thirty)-?min(?:ute)?s?)-?(?:e?-?mail|mails?|inbox|mbox|box|post|address|adresse)|mailinator|guerrillamail|yopmail|mailtrap|spam(?:gourmet|4|ex|hole|free|box|bog|day|avert|herelots|motel)|nospam|minutemail|tempail|tempinbox|mytemp|maildump/;

/** Whether a domain, or one it belongs to, gives everybody the same or a passing mailbox. */
export function isThrowAwayDomain(domain: string): boolean {
  const labels = domain.split('.');
  return (
    labels.some((_label, index) => services.has(labels.slice(index).join('.'))) ||
    labels.slice(0, -1).some((label) => telling.test(label))
  );
}

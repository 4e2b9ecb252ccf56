/**
 * Services that give everybody the same mailbox, or a temporary one, and whose names do not say so;
 * whatever their ending. Words that are too common are listed with their ending.
 */
const services = new Set(
  `1secmail 33mail anonaddy armyspy bccto binkmail bobmail boun.cr bugmenot chacuo chammy cock.li cuvox dayrep deadaddress
  despam discard.email dispostable dodgeit dodgit dropmail drdrb e4ward einrot emailfake emailondeck emltmp ephemail esiix
  fexbox fleckens getairmail getnada gishpuppy grr.la gustr harakirimail haltospam hidzz inboxbear inboxkitten incognitomail
  instantemailaddress jetable jourrapide kasmail klzlk kurzepost letthemeatspam linshiyouxiang lroid luxusmail mail.gw mail.tm
  mail7 mailcatch mailde maildrop mailexpire mailinater mailmoat mailnesia mailnull mailpoof mailsac mailshell mailslurp
  mailtothis mailzilla mytemp.email meltmail mintemail moakt mohmal mt2015 mvrht mytrashmail nada.email nada.ltd nwldx nowmymail
  objectmail onewaymail opayq owlymail pokemail proxymail rcpt.at rhyta rppkn safetymail sharklasers shieldemail smailpro
  sogetthis soodonims superrito suremail teleworm thisisnotmyrealemail tmail.ws tmails tmpeml tempr trbvm vomoto vusra
  wegwerpmailadres wh4f wwjmp xojxe yep.it yoggm zetmail zoemail
  10mail.org airmail.cc boximail byom.de cool.fr.nf crazymailing disbox.net freeml.net generator.email gmailnator hidemail.de
  instant-mail.de linshi-email nobulk pookmail quickinbox selfdestructingmail sendspamhere snapmail.cc sneakemail sofort-mail.de
  spam.la spymail.one tempalias tempomail tempsky throwam`.split(/\s+/),
);

/** What such services call themselves. */
const telling =
  /(?:^|[^a-z]|my|get|the|free|instant)(?:temp(?:orary|oral|oraire)?|tmp|trash|throw-?away|throwam|dispos(?:able)?|burner|fake|spam|junk|dump|discard|anon(?:ymous)?|wegwerf|muell|guerr?illa|minute|(?:\d+|ten|twenty|thirty)-?min(?:ute)?s?)-?(?:e?-?mail|inbox|mbox|box|post|ad(?:d)?ress)|mailinator|yopmail|spam(?:gourmet|4|ex|hole|free|bog|day|avert|herelots|motel)|nospam|mailforspam|tempail|(?:^|[^a-z])e?-?mail-?temp$/;

/** Whether a domain, or one it belongs to, gives everybody the same mailbox, or a temporary one. */
export function isThrowAwayDomain(domain: string): boolean {
  const labels = domain.split('.');
  return labels.some(
    (label, index) =>
      services.has(labels.slice(index).join('.')) ||
      (index < labels.length - 1 && (services.has(label) || telling.test(label))),
  );
}

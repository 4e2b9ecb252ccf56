const linked = /(?:https?:\/\/(?:www\.)?|\bwww\.)([\p{L}\p{N}.-]+)/giu;
/** Without a protocol only with an end that is no word: a sentence may go on right after a full stop. */
const bare =
  /(?<![\p{L}\p{N}@./_-])(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|info|biz|shop|store|online|site|app|dev|io|co|ai|eu|de|fr|nl|es|ch|pl|se|dk|fi|pt|cz|ie|uk|us|ca|au|nz|br|mx|jp|cn|hk|tw|sg|za|рф|ru|ua)(?![\p{L}\p{N}@-])/gu;

/** The hosts of the addresses in a text, without what ends their sentence. */
export function hostsIn(text: string): string[] {
  const hosts = [...text.matchAll(linked)].map(([, host = '']) =>
    host.replace(/(?<![.-])[.-]+$/, ''),
  );
  return [...hosts, ...[...text.matchAll(bare)].map(([host]) => host.replace(/^www\./, ''))];
}

/** The name that was registered: "acme" of help.acme.co.uk; empty where there is none. */
export function registeredName(host: string): string {
  return labelsOf(host).at(-1) ?? '';
}

/** What is before the name that was registered: "help" of help.acme.co.uk. */
export function subdomains(host: string): string[] {
  return labelsOf(host).slice(0, -1);
}

/** Without the end that many share: "help" and "acme" of help.acme.co.uk. */
function labelsOf(host: string): string[] {
  const labels = host.split('.').slice(0, -1);
  const isSecondLevel = /^(?:co|com|net|org|gov|edu|ac|or|ne)$/i.test(labels.at(-1) ?? '');
  return labels.length > 1 && isSecondLevel ? labels.slice(0, -1) : labels;
}

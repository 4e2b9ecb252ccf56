import { fold } from '../text/fold';
import type { Capitals } from './called-name';

const secrets = fold(
  '(?:password|passwort|kennwort|passphrase|passcode|mot de passe|contraseña|clave|senha|wachtwoord|lösenord|hasło|пароль|pin|密码|口令|验证码|提取码|取件码|激活码|序列号|券码|パスワード)',
);
const userNames = fold(
  "(?:user ?(?:name|id)|login(?: name)?|account name|nickname|benutzername|nutzername|anmeldename|identifiant|nom d'utilisateur|nombre de usuario|usuario|nome utente|nome de usuário|gebruikersnaam|用户名|账号|帐号|登录名|昵称)",
);
const messengers =
  '(?:skype|wechat|weixin|telegram|instagram|whatsapp|discord|snapchat|line|微信号?|qq号?)(?:[ -]?(?:name|id|user|account|handle))?';
const sign = '(?: ?[:=] ?|[是为] ?)';
const is = `(?:${sign}| (?:(?:is|ist|lautet|est|es|e) )?)`;
const letter = '[^\\s,;"(){}<>。、\\p{sc=Han}\\p{Co}\\u0001]';
const token = `${letter}{3,40}(?<![.!?:])`;
/** Words for parts of a form, and what is said of them. */
const ofForms =
  '(?:field|box|here|above|below|again|first|instead|correctly|twice|required|optional|invalid|feld|unten|oben|https?:)(?!\\p{L})';

/**
 * Passwords, codes, and names of accounts and in messengers that the word before them shows, in texts folded as
 * `foldWithOrigins` does; with where they must have a capital, or be no word of everybody's.
 */
export const secretPatterns: readonly (readonly [RegExp, Capitals])[] = (
  [
    // With a digit or a sign in it, such a word needs nothing else.
    [
      'none',
      `(?<=(?<!\\p{L})${secrets}${is})(?!\\d{1,2}(?:-\\d{1,2})?(?!\\d))(?=${letter}{1,40}[\\d_#$%&*^+=@!](?!\\s|$)|${letter}{2,40}\\d)${token}(?: \\d{2,})*`,
    ],
    [
      'none',
      `(?<=(?<!\\p{L})(?:${userNames}|${messengers})${is})(?=[\\p{L}@])(?=${letter}{1,40}[\\d_@]|${letter}{1,40}\\.${letter})${token}`,
    ],
    [
      'rare',
      `(?<=(?<!\\p{L})(?:${secrets}|${userNames}|${messengers})${sign})(?!${ofForms})${token}`,
    ],
    [
      'rare',
      `(?<=(?<!\\p{L})(?:user ?(?:name|id)|(?:be)?nutzername|gebruikersnaam) )(?!${ofForms}|\\p{L}+(?:en|ed)(?!\\p{L}))${token}(?= ?(?:[,;!?)]|\\.(?!\\p{L})|$))`,
    ],
  ] as const
).map(([capitals, source]) => [new RegExp(source, 'gu'), capitals]);

/**
 * Words with which customers mean the same, folded, each meaning between two bars: `refund | password`.
 * A word that begins like one of them has that meaning; one with a full stop counts only as a whole word.
 * The words of support work: orders, parcels, money, accounts, devices, in the most used languages.
 */
const lines = `
parcel package packet shipment consignment delivery. deliveries order. orders
arrive arrived arrival received receive reached come. came. turned. landed. delivered here.
late. delay overdue waiting waited wait. yet. still. ages. stuck | where. whereabouts locate track status progress trace happened
deliver shipping ship. ships. shipped. dispatch courier carrier postage | refund money. reimburse cashback credited
return returned returning send. sent. sending sends. back. | exchange swap replace replacement
broken broke damage crack shatter smashed defect faulty dent scratched torn shards pieces. bits. ripped
wrong incorrect mistaken mixed. mixup instead different. mistake | missing absent lacking incomplete
cancel stop. terminate abort unsubscribe end. ending quit
subscription subscribe membership member. plan. plans. tariff renew renews renewal contract | password passcode passphrase credentials pin.
login signin logon locked. lock. log. logged sign. access | forgot forgotten forget remember | reset recover | invoice bill. bills. receipt receipts
vat. tax. taxes | company business. firm. accounting bookkeeping accountant | charged charge charges debited debit deducted billed payment payments
twice double duplicate doubled two. second. | pay. paid. pays. paying payment checkout purchase buy. buying bought
card. cards. creditcard visa. mastercard paypal transfer | discount coupon voucher promo promotion code. codes.
cheap price. prices cost. costs expensive less. | invalid accepted rejected refused expired works. work. working
change changing changed modify edit. alter amend update. correct. corrected switch redirect | address street. postcode house. flat. apartment
moved. moving relocated | email e-mail mail. mails. mailbox inbox | confirmation confirm confirmed | book. booking booked reservation reserve reserved
delete remove removed erase closing close. wipe. | account profile | data. information. gdpr privacy
slow. sluggish lag. lagging laggy load. loads. loading ages. | crash crashes freeze freezes frozen hangs closes. quits. exits
open. opening start. starting starts launch launching | app. application software program. programme tool. system
error. errors problem issue fails fail. failing failed failure trouble broken | install setup configure
download export. exporting exports save. saving | report spreadsheet excel csv. table. list. file. | upload import. importing imports
battery charging charger power. runtime | connect connecting connection pairing pair. paired bluetooth link. linked wifi. wireless
headphones headset earphones earbuds | laptop notebook computer pc. desktop macbook machine.
phone. mobile smartphone cell. iphone. android tablet device | size. sizes sizing fit. fits. fitting runs. small. large. tight. loose.
warranty guarantee guaranteed covered coverage | stock available availability unavailable sold. soldout restock batch
hours open. until. weekend saturday sunday | shop. shops. store. stores. branch showroom | call. calling telephone ring. contact.
invite colleague teammate coworker add. adding seat. seats. user. users. person people hire. hired | team. workspace organisation organization project
international abroad overseas foreign country countries outside | translate translation language | upgrade higher bigger. premium pro.
downgrade lower smaller | gift present. presents birthday wrapping wrapped wrap. | wash. clean. cleaning care. washing rinse | filter. filters
recommend suggest advice choose. unsure | repair fix. fixing fixed mend mending | notification notifications notify alert. alerts reminder told.
screen display monitor | noise noisy loud. rattle squeak squeaks creak sound. sounds | chair seat. stool | lamp. light. lights
assembly assemble build. putting together | manual instruction instructions guide | screw screws bolt. bolts part. parts | customs duty. duties
pickup collect. collecting pick. fetch | trial try. test. testing free. | history past. before. previous earlier | licence license key. keys.
student students university studying | waterproof rain. rainproof leak. leaks weather water. | vegan vegetarian milk. dairy animal
allergic allergy allergen contain contains ingredients | paket sendung pakete lieferung bestellung ware.
angekommen erhalten eingetroffen ankunft ankommen bekommen ankommt kommt. kam. geliefert da.
spat verspat warte. warten noch. uberfallig verzog bleibt steckt | wo. verbleib verfolg tracking status unterwegs nachsehen
liefer versand versend verschick zustell schickt schicken | erstatt geld. ruckerstatt gutschrift ruckzahl | zuruck ruckgabe retour rucksend eingesandt
umtausch tausch tauschen ersatz ersetzen austausch | kaputt defekt beschadig zerbroch gerissen kratzer scherben geplatzt abgeplatzt bruch
falsch verkehrt verwechs anderes. andere. anders. statt. | fehlt fehlen fehlend unvollstand beilag
kundig stornier abbestell widerruf abmeld beend absag loswerden | abo. abonnement mitgliedschaft vertrag tarif | passwort kennwort zugangsdaten pin.
einlogg anmeld login einwahl ausgesperrt zugang | vergess erinner einfallt | zurucksetz wiederherstell setze. | rechnung beleg quittung
umsatzsteuer mehrwertsteuer steuer ust. | firma unternehmen buchhaltung geschaftlich | abgebucht belast abbuch eingezog zahlung abrechnung
doppelt zweimal zweifach mehrfach | bezahl zahl zahlung zahlungsart kauf | uberweis karte. kreditkarte paypal lastschrift
gutschein rabatt code. aktionscode vorteilscode | ungultig angenommen akzeptiert funktioniert abgelehnt
ander. andern geandert anpass korrigier aktualisier bearbeit | adresse anschrift hausnummer strasse | umgezogen umzug ziehen. | losch entfern schliess
konto. benutzerkonto profil account | daten. datenschutz dsgvo | langsam trage. ruckel lahm. ladt. | absturz sturzt einfriert friert hangt. schliesst
app. anwendung programm software | fehler storung problem meldung | akku batterie aufladen laufzeit | verbind koppel bluetooth wlan gefunden
kopfhorer headset ohrhorer | handy smartphone telefon iphone | grosse. grossen passt. passen klein. gross. eng. fallt.
garantie gewahrleist ubernommen | vorrat verfugbar lager. lieferbar ausverkauft nachschub | offnungszeit geoffnet samstag sonntag wochenende
laden. filiale geschaft | abhol selbstabhol mitnehmen | ausland international schweiz osterreich | aufbau montage zusammenbau | anleitung
schraube schrauben dubel teil. teile. | reparier reparatur | reinig sauber putzen waschen auswasch spulen
laut. larm gerausch klapper ratter quietsch | colis paquet envoi livraison commande | arrive arriver recu. recevoir parvenu livre.
retard attend attends toujours encore | ou. suivi suivre localis bouge | livr livrer livraison expedi | rembours argent. avoir.
retour retourner renvoy renvoi | echang remplac | casse cassee abime endommag defectueu fissur brise morceaux | annul resili desabonn arreter fin.
abonnement forfait formule | connexion connecter identifier acces | oubli oublie souviens perdu | reinitialis mot. passe. | facture recu justificatif
tva. | societe entreprise comptab | debit debite preleve prelevement | double fois. deux. | pay payer paiement regler
promo reduction bon. coupon remise code. | refuse. marche. valable | modifi chang changer corriger trompe | adresse numero rue. domicile demenag
supprim effac fermer | compte profil espace | lent. lente lenteur rame. | plante planter ferme. bloque | appli application logiciel
demarrage lancement ouvre | taille tailles petit. petite grand. grande serre | garantie sav. | disponible stock rupture
horaire ouvert ouvrez samedi dimanche | magasin boutique | paquete pedido envio encomienda | llegado llega llegar recibido recibir
retras demora esperando todavia aun. | donde seguimiento rastre localizar mueve | entrega enviar envian | reembols devuelv dinero abonado
devol devolver retornar vuelta | cambi cambiar cambio sustitu | roto rota danad defectuos estropead averiad pedazos | cancel anular baja. terminar
suscripcion cuota plan. | contrasena clave | acceder entrar iniciar sesion acceso | olvid recuerdo | restablec recuper | factura recibo comprobante
nif. iva. empresa sociedad contabilidad | cobrado cobro cargado cargo pago | doble dos. duplicad | pag pagar pago abonar
descuento cupon codigo vale. | funciona acepta valido | modific corregir actualiz | direccion calle | mudado domicilio casa. | borrar elimin
cuenta perfil | lento lenta despacio | talla tamano pequen grande | garantia | disponib existencias agotad volver
horario abren abierto sabado domingo | tienda | 快递 包裹 物流 快件 订单 | 收到 到货 送到 没到 签收 还没 没有更 | 查询 查一下 在哪 到哪 跟踪 物流 | 退款 退钱 钱退 退给 到账 | 退货 退回 寄回 退订 | 换货 更换 换一
坏了 损坏 破损 碎了 裂了 破了 碎 裂 | 错了 发错 不对 不是我 | 少了 缺少 漏发 | 取消 不要了 撤销 退订 停止 不想用 | 密码 口令 | 登录 登陆 登不 进不去 | 忘记 忘了 想不起 | 发票 开票 收据 税号 抬头 | 公司 财务 | 扣款 扣了 扣费 收费 收了 费用
两次 重复 两笔 两 | 支付 付款 付钱 结账 | 优惠 折扣 打折 券 | 无效 用不了 不能使 不能用 | 修改 更改 改成 改一 改 | 地址 收货地 门牌 | 搬家 搬 | 删除 注销 | 账号 帐号 账户 | 闪退 崩溃 启动不 自动关 打不开 | 软件 应用 程序
充电 电池 续航 充满 | 尺码 大小 尺寸 偏小 偏大 | 保修 质保 维修 | 有货 库存 补货 缺货 到货 | 发货 寄出 发出 | 会员 订阅 套餐 续费
`;

/** A word of this length or more may be made of several. */
const LONG_WORD = 9;
const LEAST_PART = 4;
/** A shorter beginning may be another word by itself. */
const LONG_BEGINNING = 6;

/** The beginnings of each meaning; those that are whole words end in `.`. */
const meanings = lines
  .trim()
  .split(/ \| |\n/)
  .map((words) => words.split(' '));

const byBeginning = new Map<string, number[]>();
for (const [meaning, words] of meanings.entries()) {
  for (const word of words) byBeginning.set(word, [...(byBeginning.get(word) ?? []), meaning]);
}
const longest = Math.max(...[...byBeginning.keys()].map((word) => word.length));

/** Whether a folded word is in the list as a whole word, and not only as the beginning of others. */
export function isSupportWord(word: string): boolean {
  return byBeginning.has(`${word}.`) || (word.length >= LONG_BEGINNING && byBeginning.has(word));
}

/** Numbers of the meanings of a folded word: those of the longest beginning that is known. */
export function meaningsOfWord(word: string): readonly number[] {
  const whole = byBeginning.get(`${word}.`);
  if (whole !== undefined) return whole;
  const found = meaningsAt(word, 0, 3);
  if (word.length < LONG_WORD) return found;
  // "Selbstabholung", "Staubfilter": the last part of a long word says what it is.
  for (let at = 3; at <= word.length - LEAST_PART; at += 1) {
    const inner = meaningsAt(word, at, LEAST_PART);
    if (inner.length > 0) return [...new Set([...found, ...inner])];
  }
  return found;
}

function meaningsAt(word: string, at: number, least: number): readonly number[] {
  for (let length = Math.min(longest, word.length - at); length >= least; length -= 1) {
    const part = word.slice(at, at + length);
    const found =
      byBeginning.get(part) ??
      (at + length === word.length ? byBeginning.get(`${part}.`) : undefined);
    if (found !== undefined) return found;
  }
  return [];
}

/** The same for a run of a script without blanks: of every known word in it. */
export function meaningsInRun(run: string): readonly number[] {
  const found = new Set<number>();
  for (let at = 0; at < run.length; at += 1) {
    for (let length = 1; length <= 4; length += 1) {
      for (const meaning of byBeginning.get(run.slice(at, at + length)) ?? []) found.add(meaning);
    }
  }
  return [...found];
}

/** The words of a meaning, or their beginnings. */
export function wordsOfMeaning(meaning: number): { text: string; isWhole: boolean }[] {
  return (meanings[meaning] ?? []).map((word) => ({
    text: word.replace('.', ''),
    isWhole: word.endsWith('.'),
  }));
}
